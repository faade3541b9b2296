// Compiles src/main/solidity/*.sol into src/main/resources/contracts/*.json; with a folder as argument, into that folder.
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const solc = createRequire(join(root, 'package.json'))('solc');
const from = join(root, 'src/main/solidity');
const into = process.argv[2] ?? join(root, 'src/main/resources/contracts');

// No metadata hash in the bytecode: it would change with every comment.
const settings = {
  evmVersion: 'cancun',
  optimizer: {enabled: true, runs: 1000},
  viaIR: true,
  metadata: {appendCBOR: false, bytecodeHash: 'none'}
};
const files = readdirSync(from).filter(name => name.endsWith('.sol')).sort();
const texts = Object.fromEntries(files.map(name => [name, readFileSync(join(from, name), 'utf8')]));
const sources = Object.fromEntries(files.map(name => [name, {content: texts[name]}]));
const outputSelection = {'*': {'*': ['abi', 'evm.bytecode.object']}};
const input = {language: 'Solidity', sources, settings: {...settings, outputSelection}};
const output = JSON.parse(solc.compile(JSON.stringify(input)));

for (const {formattedMessage} of output.errors ?? []) {
  console.error(formattedMessage);
}
if (output.errors?.length) {
  process.exit(1);
}

const sha256 = name => createHash('sha256').update(texts[name]).digest('hex');
const imported = name => [...texts[name].matchAll(/from "\.\/(.+?)"/g)].map(match => match[1]);
mkdirSync(into, {recursive: true});
for (const file of files) {
  const name = file.replace('.sol', '');
  const {abi, evm} = output.contracts[file][name];
  const hashes = Object.fromEntries([file, ...imported(file)].map(source => [source, sha256(source)]));
  const artifact = {name, compiler: solc.version(), settings, sources: hashes, abi, bytecode: '0x' + evm.bytecode.object};
  writeFileSync(join(into, name + '.json'), JSON.stringify(artifact, null, 1) + '\n');
}
