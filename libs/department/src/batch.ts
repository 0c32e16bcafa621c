import type { AnyDepartment } from './definition.js';
import { readItem, type Item } from './intake.js';
import { Torn, type Cutter, type Piece } from './pieces.js';
import type { Receipt } from './receipt.js';
import { Turns } from './turns.js';
import { Unacceptable } from './unacceptable.js';

/** How a batch is worked through. */
export interface BatchTerms {
  readonly department: AnyDepartment;
  readonly cutter: Cutter;
  readonly parse: (bytes: Uint8Array) => unknown;
  readonly take: (item: Item) => Promise<Receipt>;
  /** The problem details of an error, without the envelope of HTTP. */
  readonly problemOf: (error: unknown) => { readonly status: number };
  readonly maxItems?: number;
  readonly maxBytes?: number;
}

export const BATCH_LIMITS = { maxItems: 10_000, maxBytes: 32 * 1024 * 1024, maxItemBytes: 256 * 1024 } as const;

/** Items at work at once: enough for the store to commit many together, few enough to hold in memory. */
const WINDOW = 512;

/** Place of one item's answer in the order of answers. */
interface Slot {
  line?: string;
  readonly done: Promise<void>;
}

/**
 * Takes a batch item by item and answers one NDJSON line for each, in order, as they are done. A bad item is answered
 * like any other and the rest goes on; bytes that are no batch end it with a last line that says so.
 *
 * Items of one record are taken one after the other, those of different records side by side.
 */
export async function* batch(chunks: AsyncIterable<Uint8Array>, terms: BatchTerms): AsyncGenerator<string> {
  const slots: Slot[] = [];
  const arrived = signal();
  const answered = signal();
  let reading = true;
  let fault: { readonly error: unknown } | undefined;

  const read = async () => {
    const turns = new Turns();
    let index = 0;
    try {
      for await (const pieces of cut(chunks, terms))
        for (const piece of pieces) {
          slots.push(slot(index++, piece, turns, terms));
          arrived.give();
          while (slots.length >= WINDOW && reading) await answered.wait();
          if (!reading) return;
        }
    } catch (error) {
      if (index === 0 || !(error instanceof Unacceptable)) fault = { error };
      else slots.push({ line: refusal(terms, { index }, error), done: Promise.resolve() });
    }
    reading = false;
    arrived.give();
  };

  const done = read();
  try {
    while (reading || slots.length > 0) {
      if (slots.length === 0) await arrived.wait();
      else {
        yield await finished(slots);
        answered.give();
      }
    }
    if (fault) throw fault.error;
  } finally {
    // The caller may have gone away in the middle: what was begun is finished, and no more is read.
    reading = false;
    answered.give();
  }
  await done;
}

/** Lets one side wait until the other has something. What was given before the wait counts. */
function signal() {
  let given = false;
  let wake: (() => void) | undefined;
  return {
    give() {
      given = true;
      wake?.();
    },
    async wait() {
      if (!given) await new Promise<void>((resolve) => (wake = resolve));
      given = false;
      wake = undefined;
    },
  };
}

/** All the lines that are done, from the first on; waits for the first. */
async function finished(slots: Slot[]): Promise<string> {
  await slots[0]!.done;
  let count = 0;
  while (count < slots.length && slots[count]!.line !== undefined) count += 1;
  return slots
    .splice(0, count)
    .map(({ line }) => line)
    .join('');
}

function slot(index: number, piece: Piece, turns: Turns, terms: BatchTerms): Slot {
  let id: string | undefined;
  const refused = (error: unknown) => refusal(terms, { index, id }, error);
  try {
    const event = terms.parse(wholeOf(piece, index, terms));
    const named = (event as { id?: unknown } | null)?.id;
    if (typeof named === 'string') id = named;
    const item = readItem(terms.department, event);
    const slot: { line?: string; done: Promise<void> } = {
      done: turns
        .take(item.stream, () => terms.take(item))
        .then(
          (receipt) => void (slot.line = line({ index, id, status: receipt.events.length > 0 ? 201 : 200, receipt })),
          (error: unknown) => void (slot.line = refused(error)),
        ),
    };
    return slot;
  } catch (error) {
    return { line: refused(error), done: Promise.resolve() };
  }
}

const line = (result: object): string => `${JSON.stringify(result)}\n`;

function refusal({ problemOf }: BatchTerms, of: { index: number; id?: string }, error: unknown): string {
  const problem = problemOf(error);
  return line({ ...of, status: problem.status, problem });
}

function wholeOf(piece: Piece, index: number, { maxItems = BATCH_LIMITS.maxItems }: BatchTerms): Uint8Array {
  if (index >= maxItems) throw tooMany(maxItems);
  if (piece instanceof Uint8Array) return piece;
  const most = BATCH_LIMITS.maxItemBytes;
  throw new Unacceptable(
    413,
    'request/item-too-large',
    {
      zh: `该项为 ${piece.tooLong} 字节，超过 ${most} 字节`,
      en: `The item has ${piece.tooLong} bytes; at most ${most} are taken`,
    },
    {
      wayOut: {
        zh: '文件不在此提交，只登记其文号、标题与 SHA-256',
        en: 'Files are not sent here, only their number, title and SHA-256',
      },
    },
  );
}

async function* cut(chunks: AsyncIterable<Uint8Array>, terms: BatchTerms): AsyncGenerator<Piece[]> {
  const { cutter, maxBytes = BATCH_LIMITS.maxBytes, maxItems = BATCH_LIMITS.maxItems } = terms;
  let bytes = 0;
  let items = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      const pieces = cutter.cut(chunk);
      if (items + pieces.length > maxItems) {
        yield pieces.slice(0, maxItems - items);
        throw tooMany(maxItems);
      }
      items += pieces.length;
      yield pieces;
    }
    yield cutter.end();
  } catch (error) {
    if (error instanceof Torn) throw torn(error);
    throw error;
  }
}

const halves = {
  zh: '请分成较小的批次；已答复的各项无需重发',
  en: 'Send smaller batches; items that were answered need not be sent again',
};

const tooLarge = (maxBytes: number) =>
  new Unacceptable(
    413,
    'request/batch-too-large',
    { zh: `批次超过 ${maxBytes} 字节`, en: `The batch has more than ${maxBytes} bytes` },
    { wayOut: halves },
  );

const tooMany = (maxItems: number) =>
  new Unacceptable(
    413,
    'request/batch-too-long',
    { zh: `批次超过 ${maxItems} 项`, en: `The batch has more than ${maxItems} items` },
    { wayOut: halves },
  );

const torn = ({ at }: Torn) =>
  new Unacceptable(
    400,
    'request/batch-malformed',
    { zh: `第 ${at} 字节处不是JSON数组`, en: `The batch is not a JSON array at byte ${at}` },
    {
      wayOut: {
        zh: '请发送完整的数组；或以 application/x-ndjson 每行一个事件',
        en: 'Send a complete array, or one event a line as application/x-ndjson',
      },
    },
  );
