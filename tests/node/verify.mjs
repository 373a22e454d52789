// node verify.mjs FILE… [--base URL] [--documents FOLDER]
//
// Checks each credential with two verifiers that others wrote, and prints one JSON line per file and verifier:
//   {"file": …, "verifier": …, "verified": bool, "revoked": bool|null, "schema": bool|null, "error": text|null}
// verified: the signature holds, the dates hold and the status list could be read and trusted.
// revoked: what the status list says at the credential's index; null when the credential names no list or was refused.
// schema: whether the published JSON schema holds (verifier-core only; null where the schema is not at hand).
// Exit code 0 whenever every check could be made, whatever it said.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Documents } from './documents.mjs';

console.log = console.error; // libraries chat on stdout, which is ours
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string' }, documents: { type: 'string' } },
});
if (!positionals.length) {
  console.error('usage: node verify.mjs FILE… [--base URL] [--documents FOLDER]');
  process.exit(2);
}
const documents = new Documents({ base: values.base, folder: values.documents });
globalThis.fetch = documents.fetch; // before verifier-core is loaded: it fetches by itself

const { verifyCredential } = await import('@digitalbazaar/vc');
const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const { checkStatus } = await import('@digitalbazaar/vc-bitstring-status-list');
const verifierCore = await import('@digitalcredentials/verifier-core');

/** Every message in an error and the errors inside it, as one line; null for no error. */
function tell(error) {
  if (!error) return null;
  const inner = [error.errors ?? [], error.cause ?? []].flat().map(tell);
  const messages = [error.message ?? String(error), error.details?.event?.code, ...inner];
  return [...new Set(messages.filter(Boolean))].join(' | ');
}

async function byDigitalBazaar(credential) {
  const suite = new DataIntegrityProof({ cryptosuite });
  const answer = await verifyCredential({ credential, suite, documentLoader: documents.loader, checkStatus });
  // The status library says verified:true for a revoked credential too; the bit is in its results.
  const bits = answer.statusResult?.results?.map((result) => result.status);
  return {
    verified: answer.verified,
    revoked: answer.verified && bits ? bits.some(Boolean) : null,
    schema: null,
    error: tell(answer.error ?? answer.statusResult?.error),
  };
}

async function byVerifierCore(credential) {
  const answer = await verifierCore.verifyCredential({ credential, knownDIDRegistries: [] });
  const step = (id) => answer.log?.find((entry) => entry.id === id);
  const signed = step('valid_signature')?.valid === true;
  const inTime = step('expiration')?.valid !== false;
  const status = step('revocation_status');
  const verified = signed && inTime && !answer.errors?.length && !status?.error;
  const schemas = answer.additionalInformation?.find((entry) => entry.id === 'schema_check')?.results;
  const problems = [...(answer.errors ?? []), ...(status?.error ? [status.error] : [])];
  return {
    verified,
    revoked: verified && credential.credentialStatus ? status?.valid === false : null,
    schema: Array.isArray(schemas) ? schemas.every((one) => one.result.valid) : null,
    error: problems.map(tell).join(' | ') || null,
  };
}

for (const file of positionals) {
  const text = readFileSync(file, 'utf8');
  documents.addKeyInFragment(JSON.parse(text));
  for (const [verifier, verify] of [
    ['@digitalbazaar/vc', byDigitalBazaar],
    ['@digitalcredentials/verifier-core', byVerifierCore],
  ]) {
    const answer = await verify(JSON.parse(text)); // its own copy: a verifier may write into what it is given
    process.stdout.write(`${JSON.stringify({ file, verifier, ...answer })}\n`);
  }
}
