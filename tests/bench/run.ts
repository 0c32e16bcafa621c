import { parseArgs } from 'node:util';
import { answers } from './answers/answers.ts';
import { cityYear } from './city-year.ts';
import { batches, ceiling, commands } from './intake.ts';
import { kafka } from './kafka.ts';
import { forget, startLedger } from './ledger.ts';
import { rebuild, visibility } from './reading.ts';
import { starting } from './starting.ts';
import { benchStore } from './store/bench-store.ts';
import { growth } from './store/growth.ts';
import { processes } from './store/processes.ts';
import { machine, table, type Row } from './table.ts';

const sections = ['store', 'processes', 'growth', 'http', 'answers', 'city-year', 'kafka', 'start'] as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    events: { type: 'string', multiple: true, default: ['1000000'] },
    enterprises: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '20' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help || positionals.some((name) => !(sections as readonly string[]).includes(name))) {
  process.stderr.write(
    `npm run bench [-- [--json] [--events 1000000] [--enterprises 20000] [--seconds 20] ${sections.join(' ')}]\n\nMeasures the ledger on this machine; all sections unless some are named.\n--events: lengths of the ledger that growth and answers look at, in rising order; 10000000 takes growth about ten minutes and 12 GB.\n--enterprises: how many answers are about at the first length; a longer ledger has more of them, of as many facts each.\n--seconds: how long answers holds each rate.\n`,
  );
  process.exit(values.help ? 0 : 2);
}
const wanted = (section: (typeof sections)[number]) => positionals.length === 0 || positionals.includes(section);

const rows: Row[] = [];
const add = (...measured: Row[]) => {
  rows.push(...measured);
  for (const { what, figure, unit } of measured)
    process.stderr.write(`${what}: ${Math.round(figure * 100) / 100} ${unit}\n`);
};
if (wanted('store')) add(...(await benchStore()));
if (wanted('processes')) add(...(await processes()));
if (wanted('growth')) add(...(await growth({ lengths: values.events.map(Number) })));
if (wanted('http')) {
  add(await ceiling());
  const ledger = await startLedger();
  add(await visibility(ledger));
  add(await commands(ledger));
  add(await batches(ledger));
  add(await rebuild(ledger));
  await ledger.stop();
  await forget(ledger.data);
}
if (wanted('answers')) {
  const [enterprises, seconds] = [Number(values.enterprises), Number(values.seconds)];
  for await (const row of answers({ lengths: values.events.map(Number), enterprises, seconds })) add(row);
}
if (wanted('city-year')) add(...(await cityYear()));
if (wanted('kafka')) add(...(await kafka()));
if (wanted('start')) add(...(await starting()));

const settings = `${machine()}; bundled PostgreSQL 18, fsync on, synchronous commit of every append; events of about 600 bytes`;
process.stdout.write(
  values.json ? `${JSON.stringify({ settings, rows }, null, 2)}\n` : `${settings}\n\n${table(rows)}\n`,
);
