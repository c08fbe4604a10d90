// Builds the extension for VS Code: client and server bundled, packed as policylint.vsix (a zip with two lists of what is in it).
//   node scripts/vsix.mjs [FILE]
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { jsonAsText, notices } from './build.mjs';
import { compileData } from './compile-data.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'editors/vscode');

/** Writes the extension to `file`. The compiled data must be there. */
export async function writeVsix(file) {
  const folder = mkdtempSync(join(root, 'build', 'vsix-'));
  try {
    const inputs = await bundleInto(join(folder, 'dist'));
    for (const name of ['package.json', 'README.md', 'walkthrough']) cpSync(join(source, name), join(folder, name), { recursive: true });
    cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'));
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(inputs));
    writeFileSync(join(folder, 'icon.png'), icon(128));
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
    const files = Object.fromEntries(
      names.sort().map((name) => [`extension/${name.replaceAll('\\', '/')}`, readFileSync(join(folder, name))]),
    );
    const entries = { '[Content_Types].xml': strToU8(contentTypes(names)), 'extension.vsixmanifest': strToU8(manifest()), ...files };
    mkdirSync(dirname(file), { recursive: true });
    // A fixed time: the same sources give the same bytes.
    writeFileSync(file, zipSync(entries, { level: 9, mtime: new Date('2026-01-01T00:00:00') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves to the paths of all that was bundled. */
async function bundleInto(outdir) {
  const shared = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', outdir, minify: true, metafile: true };
  const quiet = { legalComments: 'none', logLevel: 'error', plugins: [jsonAsText] };
  // VS Code loads extensions as CommonJS; the server is a process of its own.
  const entry = (name) => ({ [name]: `editors/vscode/src/${name}.ts` });
  const client = await build({ ...shared, ...quiet, entryPoints: entry('extension'), format: 'cjs', external: ['vscode'] });
  const banner = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
  const server = await build({
    ...shared,
    ...quiet,
    entryPoints: entry('server'),
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    banner: { js: banner },
  });
  return [...Object.keys(client.metafile.inputs), ...Object.keys(server.metafile.inputs)];
}

const TYPES = {
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.png': 'image/png',
  '.vsixmanifest': 'text/xml',
};

function contentTypes(names) {
  const endings = [...new Set([...names.map((name) => extname(name)), '.vsixmanifest'])].sort();
  const rows = endings.map((ending) => `  <Default Extension="${ending}" ContentType="${TYPES[ending] ?? 'application/javascript'}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${rows.join('\n')}
</Types>
`;
}

function manifest() {
  const about = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const asset = (type, path) => `    <Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${path}" Addressable="true"/>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${about.name}" Version="${about.version}" Publisher="${about.publisher}"/>
    <DisplayName>${escapeXml(about.displayName)}</DisplayName>
    <Description xml:space="preserve">${escapeXml(about.description)}</Description>
    <Tags>${escapeXml(about.keywords.join(','))}</Tags>
    <Categories>${about.categories.join(',')}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escapeXml(about.engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
      <Property Id="Microsoft.VisualStudio.Services.Links.Source" Value="${escapeXml(about.repository.url)}"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${about.icon}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${asset('Code.Manifest', 'package.json')}
${asset('Services.Content.Details', 'README.md')}
${asset('Services.Content.License', 'LICENSE.txt')}
${asset('Services.Icons.Default', about.icon)}
  </Assets>
</PackageManifest>
`;
}

const escapeXml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page with lines of text, one of them underlined in red, as PNG: `size` pixels square. */
function icon(size) {
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = [0];
    for (let x = 0; x < size; x++) row.push(...colour((x + 0.5) / size, (y + 0.5) / size));
    rows.push(Buffer.from(row));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits, red, green, blue and opacity.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

function colour(x, y) {
  const inside = (left, top, right, bottom) => x >= left && x < right && y >= top && y < bottom;
  if (!inside(0.16, 0.06, 0.84, 0.94)) return [0, 0, 0, 0];
  const wave = 0.585 + 0.015 * Math.sin(x * 60);
  if (inside(0.28, 0.5, 0.64, 0.7) && Math.abs(y - wave) < 0.016) return [214, 48, 49, 255];
  const lines = [
    [0.28, 0.2, 0.56],
    [0.28, 0.36, 0.72],
    [0.28, 0.5, 0.64],
    [0.28, 0.68, 0.72],
    [0.28, 0.8, 0.6],
  ];
  if (lines.some(([left, top, right]) => inside(left, top, right, top + 0.05))) return [245, 246, 250, 255];
  return [39, 60, 117, 255];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc(body), body.length + 4);
  return framed;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = resolve(process.argv[2] ?? join(root, 'build/policylint.vsix'));
  await compileData();
  await writeVsix(file);
  console.log(`${file}: ${statSync(file).size} bytes`);
}
