import { useCallback, useRef } from 'react';

/** Closing a dialog, by Escape too, asks first while something in it was typed and not sent. */
export function useCloseWithCare(close: () => void) {
  const dirty = useRef(false);
  const onDirty = useCallback((value: boolean) => {
    dirty.current = value;
  }, []);
  const closeWithCare = () => {
    if (!dirty.current || window.confirm('Close this and throw your change away?')) {
      dirty.current = false;
      close();
    }
  };
  return { onDirty, closeWithCare };
}
