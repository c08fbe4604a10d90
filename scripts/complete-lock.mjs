// Adds to package-lock.json the optional packages of other platforms that `npm install` left out (npm/cli#4828): without them
// `npm ci` of npm 11 refuses the file. Run it after every `npm install`; it changes nothing where nothing is missing.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = {};
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    const known = Object.keys(lock.packages).some((key) => key === path || key.endsWith(`/${path}`));
    // Ranges cannot be resolved without the package; those of platforms are exact.
    if (known || !/^\d+\.\d+\.\d+/.test(version)) continue;
    added[path] = { version, ...platform(name), dev: entry.dev, optional: true, license: entry.license };
  }
}
if (Object.keys(added).length > 0) {
  const all = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) =>
    a === b ? 0 : a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'),
  );
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`);
  console.log(`${Object.keys(added).length} packages added`);
}

/** `@x/cli-linux-arm64-musl` → what its package.json says of the platforms it is for. */
function platform(name) {
  const words = name.split(/[-/]/);
  const pick = (...known) => words.find((word) => known.includes(word));
  const cpu = pick('x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64', 'mips64el');
  const os = pick('android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'aix', 'netbsd', 'openbsd', 'sunos');
  const libc = words.includes('musl') ? 'musl' : os === 'linux' && words.includes('gnu') ? 'glibc' : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}
