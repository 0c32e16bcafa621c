import { settled, unpark, type Parked, type Queue } from '#messaging';
import type { Surroundings } from '../command.js';
import { EXIT, Failure } from '../exit-codes.js';

/** What is done with parked messages. */
export interface Desk {
  readonly queue: Queue;
  readonly topic: string;
  /** Those that were named: by their places, by their time, or all. */
  readonly chosen: readonly Parked[];
  readonly isJson: boolean;
  readonly around: Surroundings;
}

/** Sent and taken off the list together; a crash in between leaves at most these to be replayed once more, without effect. */
const AT_ONCE = 200;

/** Sends messages once more by the topic they came by, and takes them off the list. */
export async function replay(desk: Desk): Promise<void> {
  const { queue, chosen, around } = desk;
  const whole = chosen.filter(({ isCut }) => !isCut);
  for (let at = 0; at < whole.length; at += AT_ONCE) {
    const some = whole.slice(at, at + AT_ONCE);
    for (const [topic, messages] of Map.groupBy(some, (each) => each.topic))
      await queue.send(topic, messages.map(unpark));
    await settle(desk, some, 'replayed');
  }
  around.talk(
    `已重放 ${whole.length} 条，结果见结果主题\n${whole.length} replayed; their answers come on the results topic`,
  );
  const cut = chosen.filter(({ isCut }) => isCut);
  if (cut.length > 0)
    throw new Failure(
      EXIT.failed,
      `${cut.length} 条过大，只存其位置，不能重放；请提交方重发，再用 discard 移除\n` +
        `${cut.length} were too large to be kept whole and cannot be replayed; have them sent anew, then discard them`,
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
