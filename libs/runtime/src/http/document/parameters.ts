import type { OpenAPIObject } from '@nestjs/swagger';
import type { Schema } from './refusals.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Parameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;

interface Word {
  readonly says: string;
  readonly schema?: Schema;
}

const whole: Schema = { type: 'integer', minimum: 0 };

/** Words that mean the same in every address. What a route says of its own goes before. */
const WORDS: Readonly<Record<string, Word>> = {
  after: { says: '上一次答复的 next；省略则从头 / next of the answer before; from the start without' },
  asKnownAt: { says: '当时已入账：日期、时刻或位置 / What was recorded by then: a day, an instant or a position' },
  asOf: { says: '依法当时成立：日期或时刻 / What held by law then: a day or an instant' },
  atLeast: { says: '至少反映的台账位置，未到则等待 / Wait until this position is reflected', schema: whole },
  bureau: { says: '部门 / Bureau' },
  caseId: { says: '案件编号 / Case' },
  county: { says: '县（区） / Area: HC, HY, BL, HD, LM, DYW or ZK' },
  cursor: { says: '上一页的 next，永不过期 / next of the page before; never expires' },
  format: { says: '答复格式，代替 Accept / Format of the answer, instead of Accept' },
  handler: { says: '承办部门 / Who deals with it' },
  id: { says: '编号 / Its id' },
  industry: { says: 'GB/T 4754-2017 行业代码 / Class of industry' },
  key: { says: '只处理此键 / Only this key' },
  kind: { says: '信息种类 / Which records' },
  limit: { says: '每页条数 / Items a page', schema: { type: 'integer', minimum: 1 } },
  list: { says: '名单 / List' },
  name: { says: '名称 / Its name' },
  number: { says: '期号 / Number of the issue', schema: { type: 'integer', minimum: 1 } },
  register: { says: '簿册 / Register' },
  schemaVersion: { says: '标准版本；省略则为最新 / Edition of the standard; the newest when not given' },
  section: { says: '档案部分 / Part of a dossier' },
  sha256: { says: '文件内容的 SHA-256，64位小写十六进制 / SHA-256 of the bytes, 64 lower-case hexadecimal digits' },
  state: { says: '状态 / Only what stands so' },
  status: { says: '状态 / Only what stands so' },
  tipId: { says: '举报编号 / Tip' },
  uscc: { says: '统一社会信用代码 / Unified social credit code' },
  wait: { says: '尚无内容时等待的秒数 / Seconds to wait when there is nothing yet', schema: whole },
};

/** A parameter with what its name says where its route says nothing. */
export function worded(parameter: Parameter): Parameter {
  const { name, in: place, required, description, schema, ...rest } = parameter;
  const word = WORDS[name];
  const isUntyped = !schema || (!('$ref' in schema) && !schema.enum && !schema.format && !schema.pattern);
  return {
    name,
    in: place,
    required: required ?? place === 'path',
    ...((description ?? word?.says) ? { description: description ?? word?.says } : {}),
    ...rest,
    schema: isUntyped ? { type: 'string', ...schema, ...word?.schema } : schema!,
  } as Parameter;
}
