// Called by Maven: `node build.mjs build OUT` installs and builds into OUT, `node build.mjs test OUT` runs the tests.
// Work whose inputs did not change since OUT's stamp is left out, so that the Java inner loop does not wait for it.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [task, out] = process.argv.slice(2);
const INPUTS = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'build.mjs', 'public', 'src'];

function files(path) {
  return statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path];
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(files)) {
    hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function once(stampFile, print, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === print) {
    return;
  }
  work();
  writeFileSync(stampFile, print);
}

function run(...command) {
  execFileSync(command[0], command.slice(1), { stdio: 'inherit', shell: process.platform === 'win32' });
}

const stamps = join(out, '..', '..', '..', 'webui-stamps');
mkdirSync(stamps, { recursive: true });
once('node_modules/.installed', fingerprint(['package-lock.json']), () => run('npm', 'ci', '--no-progress'));
const print = fingerprint(INPUTS);
const REFERENCE = '../../../../docs/reference/run-states.md';
if (task === 'build') {
  const stamp = join(stamps, 'build');
  if (!existsSync(join(out, 'index.html')) && existsSync(stamp)) {
    writeFileSync(stamp, '');
  }
  once(stamp, print, () => {
    run('npx', 'tsc', '--noEmit');
    run('npx', 'vite', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn');
  });
} else {
  once(join(stamps, 'test'), print + fingerprint([REFERENCE]), () => run('npx', 'vitest', 'run', '--reporter=dot'));
}
