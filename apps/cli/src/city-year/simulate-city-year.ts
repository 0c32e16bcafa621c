import { embeddedIssuer } from '#identity';
import { text, type Surroundings, type Values } from '../command.js';
import { dataFolderOf, ledgerAt } from '../connection.js';
import { usage } from '../exit-codes.js';
import { progress } from '../progress.js';
import { cityYear, type CityYear } from './city-year.js';
import { postCityYear, type CityYearPosted } from './post-city-year.js';
import { writeCityYear, type CityYearWritten } from './write-city-year.js';

/** Posts the year of the preset, or writes it as files. */
export async function simulateCityYear(seed: number, values: Values, around: Surroundings): Promise<void> {
  const year: CityYear = { seed, share: shareOf(values), dirt: isDirty(values) };
  const folder = text(values['out']);
  if (folder === undefined) return post(year, values, around);
  const written = await writeCityYear(cityYear(year), folder);
  around.talk(howToImport(written));
  around.out(`${JSON.stringify(written)}\n`);
}

async function post(year: CityYear, values: Values, around: Surroundings): Promise<void> {
  const issuer = await embeddedIssuer(dataFolderOf(values, around));
  const { baseUrl } = await ledgerAt(values, around);
  const tokens = new Map<string, Promise<string>>();
  const mint = (role: string) =>
    issuer.mint({ subject: 'city-year', client: 'city-year', roles: [role], ttlSeconds: 3600 });
  const rows = Iterator.from(cityYear(year)).reduce((count) => count + 1, 0);
  const bar = progress('HZ-2021', around);
  const posted = await postCityYear({
    baseUrl,
    token: (role) => tokens.get(role) ?? tokens.set(role, mint(role)).get(role)!,
    year: () => cityYear(year),
    onProgress: (done, note) => bar.at(done, rows, note),
  }).finally(() => bar.stop());
  around.talk(inWords(posted));
  around.out(`${JSON.stringify(posted)}\n`);
}

function inWords({ rows, accepted, known, refused, tidied, facts, seconds }: CityYearPosted): string {
  const rate = Math.round(rows / seconds);
  return [
    `提交${rows}行：受理${accepted}，已知${known}，依规则拒绝${refused}（均符合预期），整理代码后受理${tidied}；入账${facts}件，${seconds.toFixed(1)}秒，每秒${rate}行`,
    `${rows} rows: ${accepted} accepted, ${known} known, ${refused} refused as they must be, ${tidied} tidied first; ${facts} facts in ${seconds.toFixed(1)} s, ${rate} rows/s`,
  ].join('\n');
}

const howToImport = ({ files, refused }: CityYearWritten): string =>
  [
    `按顺序导入；应被拒绝的${refused}行见 refusals.ndjson`,
    `Import them in this order; the ${refused} rows that must be refused are in refusals.ndjson`,
    ...files.map(
      ({ path, department, command }) =>
        `  taizhang import ${path} --department ${department}${command ? ` --command ${command}` : ''}`,
    ),
  ].join('\n');

function shareOf(values: Values): number {
  const given = text(values['share']) ?? '1';
  const share = /^(0?\.\d{1,4}|1)$/.test(given) ? Number(given) : 0;
  if (share > 0) return share;
  throw usage('--share 应大于0且不大于1', '--share must be over 0 and at most 1');
}

function isDirty(values: Values): boolean {
  const given = text(values['dirt']) ?? 'on';
  if (given === 'on' || given === 'off') return given === 'on';
  throw usage('--dirt 应为 on 或 off', '--dirt must be on or off');
}
