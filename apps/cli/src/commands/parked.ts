import { intakeTopics, parkedIn, type Queue } from '#messaging';
import { text, texts, type CliCommand, type Surroundings, type Values } from '../command.js';
import { EXIT, Failure, usage } from '../exit-codes.js';
import { nearest } from '../languages.js';
import { reaching } from '../queue.js';
import { discard, replay, whole, type Desk } from './parked-settling.js';
import { inShort, line, lineForMachines, wholly, whollyForMachines } from './parked-words.js';
import { mustBeDepartment } from './post.js';

const deeds: Readonly<Record<string, (desk: Desk) => void | Promise<void>>> = { list, show, replay, discard };

/** Parked messages are looked at and brought to an end. */
export const parkedFrom = (open: (env: Surroundings['env']) => Promise<Queue>): CliCommand => ({
  name: 'parked',
  says: { zh: '查看与重放搁置的消息', en: 'Look at messages that were parked, and replay them' },
  usage: 'taizhang parked list|show|replay|discard --department <name> [--all | --offset <partition>:<offset>…]',
  options: {
    department: { type: 'string' },
    topic: { type: 'string' },
    offset: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    since: { type: 'string' },
  },
  optionHelp: {
    department: '部门，如 energy Department, such as energy',
    topic: '搁置主题，默认为部门的 Topic of parked messages (default: the department’s)',
    offset: '原主题中的位置，可多次 Place in the topic it came by, 2:1234; may be repeated',
    all: '全部 All of them',
    since: '此后搁置的 Parked at this time or later: 2021-06-30 or 2021-06-30T08:00:00+08:00',
  },
  examples: [
    'taizhang parked list --department energy',
    'taizhang parked show --department energy --offset 2:1234',
    'taizhang parked replay --department energy --all --since 2021-06-30',
    'taizhang parked discard --department energy --offset 2:1234',
  ],
  async run([name = 'list', ...more], values, around) {
    const deed = Object.hasOwn(deeds, name) ? deeds[name]! : undefined;
    if (!deed || more.length > 0) throw noDeed(name);
    const topic = topicIn(values);
    const since = sinceIn(values);
    const places = placesIn(values);
    if (places.length === 0 && !values['all'] && deed !== list)
      throw usage(
        '请用 --offset 指明消息，或用 --all 表示全部',
        'Name the messages with --offset, or say --all for all of them',
      );
    await reaching(open, around, async (queue) => {
      const all = await parkedIn(queue.read(topic), inShort);
      const unknown = places.find((place) => !all.some((each) => each.place === place));
      if (unknown)
        throw new Failure(
          EXIT.failed,
          `${topic} 中没有搁置 ${unknown}\nNothing that came at ${unknown} is parked in ${topic}`,
        );
      const chosen = all.filter(
        ({ place, parkedAt }) => (places.length === 0 || places.includes(place)) && Date.parse(parkedAt) >= since,
      );
      await deed({ queue, topic, chosen, isJson: values['json'] === true, around });
    });
  },
});

function list({ chosen, topic, isJson, around }: Desk): void {
  for (const each of chosen) around.out(isJson ? lineForMachines(each) : line(each));
  if (!isJson) around.talk(`${topic}：搁置 ${chosen.length} 条\n${topic}: ${chosen.length} parked`);
}

async function show(desk: Desk): Promise<void> {
  for await (const each of whole(desk)) desk.around.out(desk.isJson ? whollyForMachines(each) : wholly(each));
}

function topicIn(values: Values): string {
  const topic = text(values['topic']);
  const department = text(values['department']);
  if (topic) return topic;
  if (!department) throw usage('需要 --department', 'A --department is needed');
  mustBeDepartment(department);
  return intakeTopics(department).parked;
}

function placesIn(values: Values): readonly string[] {
  const places = texts(values['offset']);
  const wrong = places.find((place) => !/^\d{1,10}:\d{1,19}$/.test(place));
  if (wrong === undefined) return places;
  throw usage(
    `--offset ${wrong} 应为 分区:位移，如 2:1234`,
    `--offset ${wrong} must be a partition and an offset, such as 2:1234`,
  );
}

/** A day begins in China. */
function sinceIn(values: Values): number {
  const since = text(values['since']);
  if (since === undefined) return -Infinity;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(since);
  const at = Date.parse(isDay ? `${since}T00:00:00+08:00` : since);
  if (isDay || /T.*(Z|[+-]\d{2}:\d{2})$/.test(since)) if (!Number.isNaN(at)) return at;
  throw usage(
    `--since ${since} 应为日期或带时区的时刻`,
    `--since ${since} must be a day or an instant with its offset, such as 2021-06-30T08:00:00+08:00`,
  );
}

function noDeed(name: string): Failure {
  const near = nearest(name, Object.keys(deeds));
  return usage(
    `parked 没有“${name}”；可用：list、show、replay、discard`,
    `parked has no ${name}; ${near.length > 0 ? `did you mean ${near.join(', ')}?` : 'there are list, show, replay and discard'}`,
  );
}
