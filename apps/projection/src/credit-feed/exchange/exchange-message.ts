import { create } from 'xmlbuilder2';
import { city } from '#codes';
import { kindNames } from '../feed-item.js';
import type { Standard } from '../standards/standard.js';
import { controls, type Line } from './line.js';

/** Records that are written before others get their turn: building XML is slow. */
const AT_ONCE = 50;

/**
 * An ExchangeMessage as provincial interfaces take it: a header, and one `fields` for each record. A tombstone is one
 * whose operation is DELETE. `sn` is the position of the last record: a later message has a greater one.
 */
export async function exchangeMessage({ kind, version, fields }: Standard, lines: readonly Line[]): Promise<string> {
  const message = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' }).ele('ExchangeMessage');
  const header = {
    sender: `${city.zh}落后产能退出监管台账`,
    receiver: '信用广东',
    cc: '',
    flow: '信用信息归集',
    item: kindNames[kind].zh,
    sn: `${kind}-${version}-${lines.at(-1)?.position ?? 0}`,
    securityType: '公开',
    operator: '',
    contacts: '',
  };
  message.ele({ Header: header });
  const body = message.ele('Body');
  for (const [at, line] of lines.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise(setImmediate);
    const record = body.ele('fields');
    for (const { name } of controls)
      if (line[name] !== undefined && line[name] !== '') record.att(name, String(line[name]));
    for (const { name } of fields) if (line.record[name] !== undefined) record.ele(name).txt(line.record[name]);
  }
  return message.end({ prettyPrint: true });
}
