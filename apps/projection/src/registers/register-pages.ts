import type { FastifyReply, FastifyRequest } from 'fastify';
import { areaCodes } from '#codes';
import type { AsOf, Condition, Keyed, ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { reached, reflects } from '../answering.js';
import { pagesOf } from '../pages.js';
import { cursorAt, oneOf, parameters, placeOf, whole, wrong } from '../query.js';
import { formatOf, handedOut, type FileFormat } from '../tables/handed-out.js';
import type { Register } from './register.js';
import { entryAnswer, stepAnswer, titled, type RegisterEntryAnswer, type RegisterPage } from './register-answer.js';
import { registerTable } from './register-table.js';
import { registerEntry, rowKey, type RegisterRow } from './register.projection.js';

/** One page of a register, in the order of its entries' names; or a file of every entry that matches. */
export async function page(
  models: ReadModels,
  register: Register,
  given: Record<string, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RegisterPage | string | Buffer | undefined> {
  const { name, title } = register;
  const query = parameters(given, 'county', 'state', 'cursor', 'limit', 'atLeast', 'format');
  const format = formatOf(request, query.format);
  const limit = whole('limit', query.limit, { min: 1, max: 500, otherwise: 100 });
  const after = placeOf('cursor', query.cursor, 1);
  const county = oneOf('county', query.county, areaCodes);
  const where: Condition[] = [
    { column: 'register', is: name },
    ...(county ? [{ column: 'county', is: county }] : []),
    ...(query.state ? [{ column: 'state', is: query.state.replaceAll('\0', '') }] : []),
  ];
  await reached(models, registerEntry, query.atLeast);
  if (format !== 'json') {
    for (const name of ['cursor', 'limit'] as const) if (query[name]) throw wholeFile(name, format);
    return file(models, register, where, format, request, reply);
  }
  const found = await models.of(registerEntry).page({ where, after, limit: limit + 1 });
  if (reflects(request, reply, found)) return undefined;
  const rows = found.rows.slice(0, limit);
  const next = found.rows.length > limit ? cursorAt([rows.at(-1)!.key]) : null;
  return { position: found.position, register: name, title, items: rows.map(entryAnswer), next };
}

const wholeFile = (name: string, format: FileFormat) =>
  wrong(
    name,
    '不适用于文件：文件含全部符合条件的条目',
    'is not for files, which have every entry that matches',
    `format=${format}&county=BL`,
  );

async function file(
  models: ReadModels,
  register: Register,
  where: readonly Condition[],
  format: FileFormat,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string | Buffer | undefined> {
  const rows: Keyed<RegisterRow>[] = [];
  let asOf: AsOf | undefined;
  for await (const found of pagesOf(models.of(registerEntry), where)) {
    asOf ??= found;
    rows.push(...found.rows);
  }
  if (reflects(request, reply, asOf!, format)) return undefined;
  return handedOut(reply, format, registerTable(register, asOf!.position, rows));
}

/** One entry with what happened to it. */
export async function entry(
  models: ReadModels,
  register: Register,
  id: string,
  given: Record<string, unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RegisterEntryAnswer | undefined> {
  const { name, title } = register;
  const { path } = titled(register);
  await reached(models, registerEntry, parameters(given, 'atLeast').atLeast);
  const key = rowKey(name, id.replaceAll('\0', ''));
  const { row, ...asOf } = await models.of(registerEntry).get(key);
  if (!row)
    throw new HttpProblem(
      404,
      'register/entry-unknown',
      { zh: `${title.zh}中没有“${id}”`, en: `${title.en} has no entry ${id}` },
      { wayOut: { zh: `条目见 ${path}`, en: `Its entries: ${path}` } },
    );
  if (reflects(request, reply, asOf)) return undefined;
  const history = row.steps.map(stepAnswer);
  return { position: asOf.position, register: name, title, entry: entryAnswer({ key, row }), history };
}
