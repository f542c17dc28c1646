import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    emptyOutDir: true,
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } }, fs: { allow: ['.', '../../../../docs/reference'] } },
  test: { environment: 'jsdom', setupFiles: ['src/test-setup.ts'], restoreMocks: true, testTimeout: 30_000 },
});
