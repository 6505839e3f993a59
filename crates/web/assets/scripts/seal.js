// Seals a text to the server's public key: HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256,
// AES-128-GCM. Who has only this phone cannot open it: the ephemeral private key is never kept.

const subtle = globalThis.crypto?.subtle;
const utf8 = (text) => new TextEncoder().encode(text);
const KEM_SUITE = [...utf8("KEM"), 0x00, 0x10];
const HPKE_SUITE = [...utf8("HPKE"), 0x00, 0x10, 0x00, 0x01, 0x00, 0x01];
const CURVE = { name: "ECDH", namedCurve: "P-256" };

/**
 * `{ enc, ciphertext }`, both bytes, for a raw (65 bytes, uncompressed) public key. All arguments are bytes.
 * `ephemeral` is given by tests only; two texts under one ephemeral key would share their nonce.
 */
export async function seal(publicKey, info, aad, plaintext, ephemeral) {
  ephemeral ??= await subtle.generateKey(CURVE, false, ["deriveBits"]);
  const recipient = await subtle.importKey("raw", publicKey, CURVE, false, []);
  const dh = await subtle.deriveBits({ name: "ECDH", public: recipient }, ephemeral.privateKey, 256);
  const enc = new Uint8Array(await subtle.exportKey("raw", ephemeral.publicKey));

  // Encap (section 4.1): the shared secret binds both public keys.
  const prk = await extract(KEM_SUITE, [], "eae_prk", dh);
  const shared = await expand(KEM_SUITE, prk, "shared_secret", [...enc, ...publicKey], 32);

  // KeySchedule (section 5.1), mode base: no pre-shared key.
  const pskIdHash = await extract(HPKE_SUITE, [], "psk_id_hash", []);
  const infoHash = await extract(HPKE_SUITE, [], "info_hash", info);
  const context = [0x00, ...pskIdHash, ...infoHash];
  const secret = await extract(HPKE_SUITE, shared, "secret", []);
  const key = await expand(HPKE_SUITE, secret, "key", context, 16);
  const nonce = await expand(HPKE_SUITE, secret, "base_nonce", context, 12);

  const aes = await subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const ciphertext = await subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: aad }, aes, plaintext);
  return { enc, ciphertext: new Uint8Array(ciphertext) };
}

/**
 * What is stored and sent for one filing, all text. `key` is base64url. The JSON is padded with spaces to whole
 * kilobytes, so that the size of what lies on the phone tells little of what was written.
 */
export async function sealFiling(key, clientId, filing) {
  const json = utf8(JSON.stringify(filing));
  const padded = new Uint8Array(Math.ceil(json.length / 1024) * 1024).fill(0x20);
  padded.set(json);
  const { enc, ciphertext } = await seal(bytes(key), utf8("megafoon filing v1"), utf8(clientId), padded);
  return { enc: base64url(enc), ciphertext: base64url(ciphertext) };
}

/** Browsers give WebCrypto to secure pages only. */
export const canSeal = Boolean(subtle);

export function base64url(data) {
  let binary = "";
  for (const byte of data) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function bytes(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
}

async function extract(suite, salt, label, ikm) {
  return hmac(salt, [...utf8("HPKE-v1"), ...suite, ...utf8(label), ...new Uint8Array(ikm)]);
}

// One block of HKDF-Expand is 32 bytes; nothing here is longer.
async function expand(suite, prk, label, info, length) {
  const labelled = [0x00, length, ...utf8("HPKE-v1"), ...suite, ...utf8(label), ...info, 0x01];
  return (await hmac(prk, labelled)).slice(0, length);
}

async function hmac(key, data) {
  // WebCrypto refuses an empty HMAC key; one block of zeros means the same.
  const raw = key.length ? Uint8Array.from(key) : new Uint8Array(32);
  const imported = await subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", imported, Uint8Array.from(data)));
}
