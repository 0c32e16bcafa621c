import type { Message, Received } from '#messaging';
import type { Problem } from '#runtime';
import type { Receipt } from '../receipt.js';
import type { Named } from './event-of.js';

/** What became of one message. */
export type Outcome = 'recorded' | 'replayed' | 'unchanged' | 'refused' | 'parked';

/** The answer to one message, ready to be sent. */
export interface Answer {
  readonly outcome: Outcome;
  readonly result: Message;
  /** Why it is set aside, when it is. */
  readonly problem?: Problem;
}

/** The answer to a message whose command was taken: what a batch answers, with the source beside the id. */
export function taken(message: Received, named: Named, subject: string, receipt: Receipt): Answer {
  const changed = receipt.events.length > 0;
  const value = { ...named, status: changed ? 201 : 200, receipt };
  return {
    outcome: receipt.replayed ? 'replayed' : changed ? 'recorded' : 'unchanged',
    result: resultOf(message, named, keyOf(message) ?? subject, value),
  };
}

/** The answer to a message that came to nothing: refused as it was put, or parked because nobody could read it. */
export function failed(
  message: Received,
  named: Named,
  outcome: 'refused' | 'parked',
  whole: Problem,
  subject?: string,
): Answer {
  const problem = shortened(whole);
  const value = { ...named, status: problem.status, problem };
  const key = keyOf(message) ?? subject ?? `${message.partition}:${message.offset}`;
  return { outcome, result: resultOf(message, named, key, value), problem };
}

const LONGEST_KEY = 1_024;

/** The key of the message; one that no answer could carry is none. */
const keyOf = ({ key }: Received): string | undefined =>
  key !== undefined && key.length <= LONGEST_KEY ? key : undefined;

function resultOf({ partition, offset }: Received, { id, source }: Named, key: string, value: object): Message {
  return {
    key,
    value: Buffer.from(JSON.stringify(value)),
    headers: {
      'content-type': 'application/json',
      ...(id === undefined ? {} : { ce_id: id }),
      ...(source === undefined ? {} : { ce_source: source }),
      taizhang_place: `${partition}:${offset}`,
    },
  };
}

const MOST_FIELDS = 20;
const LONGEST_NAME = 200;
const LONGEST_DETAIL = 2_000;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** Thousands of wrong fields would make an answer that no queue takes: the first of them are enough to go by. */
function shortened(problem: Problem): Problem {
  const { errors, detail, detail_zh } = problem;
  return {
    ...problem,
    detail: cut(detail, LONGEST_DETAIL),
    detail_zh: cut(detail_zh, LONGEST_DETAIL),
    ...(errors
      ? {
          errors: errors.slice(0, MOST_FIELDS).map(({ field, zh, en }) => ({
            field: cut(field, LONGEST_NAME),
            zh: cut(zh, LONGEST_DETAIL),
            en: cut(en, LONGEST_DETAIL),
          })),
        }
      : {}),
  };
}
