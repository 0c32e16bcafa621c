import { isUtf8 } from 'node:buffer';
import type { Parked } from '#messaging';
import { codeOf, problemInWords, type Problem } from '../problem.js';

const reasonOf = ({ reason }: Parked): Problem => {
  try {
    return JSON.parse(reason) as Problem;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { detail: reason };
  }
};

/** What the message calls itself, by its headers or, as far as it can be read, its value. */
function idOf({ headers, value }: Parked): string {
  const said = headers['ce_id'] ?? /"id"\s*:\s*"([^"\\]{1,255})"/.exec(Buffer.from(value ?? []).toString())?.[1];
  return said ?? '';
}

/** What a list needs of a message: there may be a great many. */
export const inShort = (parked: Parked): Parked => ({ ...parked, headers: { ce_id: idOf(parked) }, value: undefined });

/** One line of the list: place, time, reason, id. */
export const line = (parked: Parked): string =>
  `${parked.place.padEnd(12)} ${parked.parkedAt}  ${codeOf(reasonOf(parked)).padEnd(28)} ${idOf(parked)}`.trimEnd() +
  '\n';

export const lineForMachines = (parked: Parked): string => {
  const { place, topic, parkedAt, key, isCut } = parked;
  const { type, detail, detail_zh } = reasonOf(parked);
  const id = idOf(parked) || undefined;
  return `${JSON.stringify({ place, topic, parkedAt, key, id, reason: { type, detail, detail_zh }, isCut })}\n`;
};

/** Everything that is known of a message. */
export function wholly(parked: Parked): string {
  const { place, topic, parkedAt, key, headers } = parked;
  return [
    `${topic} ${place}`,
    `搁置于 parked at ${parkedAt}`,
    problemInWords(reasonOf(parked)),
    `键 key: ${key ?? '（无 none）'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    bytesInWords(parked),
    '',
    '',
  ].join('\n');
}

function bytesInWords({ value, isCut }: Parked): string {
  if (isCut) return '（过大，未保存内容；见原主题的该位置 too large to be kept: look where it came from）';
  if (value === undefined) return '（无内容 no value）';
  return isUtf8(value) ? Buffer.from(value).toString() : `base64: ${Buffer.from(value).toString('base64')}`;
}

export function whollyForMachines(parked: Parked): string {
  const { value, reason: _, ...rest } = parked;
  const bytes =
    value === undefined
      ? {}
      : isUtf8(value)
        ? { value: Buffer.from(value).toString() }
        : { valueBase64: Buffer.from(value).toString('base64') };
  return `${JSON.stringify({ ...rest, reason: reasonOf(parked), ...bytes })}\n`;
}
