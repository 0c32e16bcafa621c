import { parkedOf, settled, unpark, type Parked, type Queue } from '#messaging';
import type { Surroundings } from '../command.js';
import { EXIT, Failure } from '../exit-codes.js';

/** What is done with parked messages. */
export interface Desk {
  readonly queue: Queue;
  readonly topic: string;
  /** Those that were named: by their places, by their time, or all. In short, without their bytes. */
  readonly chosen: readonly Parked[];
  readonly isJson: boolean;
  readonly around: Surroundings;
}

/** Sent, then taken off the list; a crash in between leaves these to be replayed once more, without effect. */
const AT_ONCE = 100;

/** Those that were chosen with all that they came with, read once more one after the other. */
export async function* whole({ queue, topic, chosen }: Desk): AsyncGenerator<Parked> {
  const wanted = new Set(chosen.map(({ keptAt }) => keptAt));
  for await (const page of queue.read(topic))
    for (const message of page) {
      const parked = message.value && parkedOf(message);
      if (parked && wanted.has(parked.keptAt)) yield parked;
    }
}

/** Sends messages once more by the topic they came by, and takes them off the list. */
export async function replay(desk: Desk): Promise<void> {
  const { queue, around } = desk;
  let [sent, cut] = [0, 0];
  let some: Parked[] = [];
  const send = async () => {
    for (const [topic, messages] of Map.groupBy(some, (each) => each.topic))
      await queue.send(topic, messages.map(unpark));
    await settle(desk, some, 'replayed');
    sent += some.length;
    some = [];
  };
  for await (const parked of whole(desk)) {
    if (parked.isCut) cut += 1;
    else some.push(parked);
    if (some.length === AT_ONCE) await send();
  }
  if (some.length > 0) await send();
  around.talk(`已重放 ${sent} 条，结果见结果主题\n${sent} replayed; their answers come on the results topic`);
  if (cut > 0)
    throw new Failure(
      EXIT.failed,
      `${cut} 条过大，只存其位置，不能重放；请提交方重发，再用 discard 移除\n` +
        `${cut} were too large to be kept whole and cannot be replayed; have them sent anew, then discard them`,
    );
}

/** Takes messages off the list, for those that were repaired and came under an id of their own. */
export async function discard(desk: Desk): Promise<void> {
  const { chosen, around } = desk;
  for (let at = 0; at < chosen.length; at += AT_ONCE) await settle(desk, chosen.slice(at, at + AT_ONCE), 'discarded');
  around.talk(`已移除 ${chosen.length} 条\n${chosen.length} discarded`);
}

async function settle({ queue, topic, around }: Desk, some: readonly Parked[], how: string): Promise<void> {
  await queue.send(topic, some.map(settled));
  for (const { place } of some) around.out(`${JSON.stringify({ place, [how]: true })}\n`);
}
