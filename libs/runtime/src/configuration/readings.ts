import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import { resolve } from 'node:path';
import type { Bilingual } from '#decider';

/** What a text is turned into, or what would be allowed instead. */
export type Reading<T> = { readonly value: T } | { readonly allowed: Bilingual };

/** One environment variable: the only place where its name, default and meaning are written down. */
export interface Setting<T = unknown> {
  readonly name: string;
  readonly says: Bilingual;
  /** As one would write it; without one the setting is off until given. */
  readonly default?: string;
  readonly example: string;
  /** Never printed; may be given as the path of a file in `<name>_FILE`. */
  readonly secret?: boolean;
  readonly read: (text: string) => Reading<T>;
}

export const value = <T>(value: T): Reading<T> => ({ value });
export const allowed = (zh: string, en: string): Reading<never> => ({ allowed: { zh, en } });

export const whole = (min: number, max: number) => (text: string) =>
  /^\d{1,15}$/.test(text) && Number(text) >= min && Number(text) <= max
    ? value(Number(text))
    : allowed(`${min} 至 ${max} 的整数`, `a whole number from ${min} to ${max}`);

export const oneOf =
  <const Words extends readonly string[]>(...words: Words) =>
  (text: string): Reading<Words[number]> =>
    words.includes(text) ? value(text) : allowed(words.join('、'), words.join(', '));

export const url =
  (...protocols: readonly string[]) =>
  (text: string) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== ''
      ? value(text)
      : allowed(`以 ${protocols.join('//、')}// 开头的地址`, `a URL that begins with ${protocols.join('// or ')}//`);

const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,39}|::)$/;
export const host = (text: string) =>
  HOST.test(text) ? value(text) : allowed('主机名或 IP 地址，不带端口', 'a host name or an IP address, without a port');

export const path = (text: string) => (text.includes('\0') ? allowed('路径', 'a path') : value(resolve(text)));

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
export const instant = (text: string) =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text))
    ? value(new Date(text))
    : allowed('带时区的时刻（RFC 3339）', 'an instant with offset (RFC 3339)');

export const token = (text: string) =>
  /^[\x21-\x7e]{16,512}$/.test(text)
    ? value(text)
    : allowed('16 至 512 个可见 ASCII 字符', '16 to 512 visible ASCII characters');
const BROKER = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\[[0-9A-Fa-f:]{2,39}\]):\d{1,5}$/;
export const brokers = (text: string) => {
  const list = text.split(',').map((one) => one.trim());
  return list.every((one) => BROKER.test(one) && Number(one.slice(one.lastIndexOf(':') + 1)) <= 65_535)
    ? value(list)
    : allowed('主机:端口，以逗号分隔', 'host:port, separated by commas');
};

const CLIENT_OF = /^([a-z][a-z0-9-]{0,62})=((?!system:)[\x21-\x2b\x2d-\x7e]{1,256})$/;
export const clients = (text: string): Reading<ReadonlyMap<string, string>> => {
  const pairs = text.split(',').map((one) => CLIENT_OF.exec(one.trim()));
  return pairs.every((pair) => pair !== null)
    ? value(new Map(pairs.map(([, department, client]) => [department!, client!])))
    : allowed('部门=客户端，以逗号分隔', 'department=client, separated by commas');
};

// Several hosts in one address are no URL.
export const cluster = (text: string) =>
  /^esdb(\+discover)?:\/\/[^\s/?@]+(@[^\s/?@]+)?(\/?\?\S*)?$/.test(text)
    ? value(text)
    : allowed('以 esdb:// 或 esdb+discover:// 开头的地址', 'an address that begins with esdb:// or esdb+discover://');

export const words = (text: string) =>
  /^\S{1,512}$/.test(text) ? value(text) : allowed('不含空白的文本', 'a text without blanks');

// Standard Webhooks: a symmetric secret is 24 to 64 random bytes.
export const webhookSecret = (text: string) => {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const { length } = Buffer.from(base64, 'base64');
  return length >= 24 && length <= 64
    ? value(text)
    : allowed('whsec_ 加 24 至 64 字节的 Base64', 'whsec_ and 24 to 64 bytes in base64');
};

/** Ed25519 keys as a JWK Set (RFC 7517, RFC 8037), of which the first has both its halves. */
export const keySet = (text: string): Reading<{ readonly keys: readonly JsonWebKey[] }> => {
  try {
    const { keys } = JSON.parse(text) as { keys: readonly [JsonWebKey, ...JsonWebKey[]] };
    const halves = createPublicKey(createPrivateKey({ key: keys[0], format: 'jwk' }) as never).export({
      format: 'jwk',
    });
    const isEd25519 = (key: JsonWebKey) =>
      createPublicKey({ key: key as never, format: 'jwk' }).asymmetricKeyType === 'ed25519';
    if (halves.x === keys[0].x && keys.every(isEd25519)) return value({ keys });
  } catch {
    // Whatever is wrong with a secret is told without quoting it, by the one sentence below.
  }
  return allowed('JWK Set：Ed25519 密钥，第一个含私钥', 'a JWK Set of Ed25519 keys, the first with its private half');
};

export const setting = <T>(setting: Setting<T>): Setting<T> => setting;
