import { create } from 'xmlbuilder2';
import type { Field, Standard } from '../standards/standard.js';
import { controls } from './line.js';

const PATTERNS: Readonly<Partial<Record<NonNullable<Field['form']>, string>>> = {
  uscc: '[0-9A-HJ-NPQRTUWXY]{18}',
  day: '\\d{4}/\\d{2}/\\d{2}',
  wan: '\\d{1,12}\\.\\d{6}',
};

const text = (most: number, pattern?: string) => ({
  'xs:simpleType': {
    'xs:restriction': {
      '@base': 'xs:string',
      'xs:minLength': { '@value': 1 },
      'xs:maxLength': { '@value': most },
      ...(pattern ? { 'xs:pattern': { '@value': pattern } } : {}),
    },
  },
});

const element = ({ name, zh, form = 'text', most, needed, identifies }: Field) => ({
  '@name': name,
  '@minOccurs': identifies && needed === 'always' ? 1 : 0,
  'xs:annotation': { 'xs:documentation': zh },
  ...text(most, PATTERNS[form]),
});

const attribute = ({ name, zh, most, needed }: (typeof controls)[number]) => ({
  '@name': name,
  '@use': needed ? 'required' : 'optional',
  'xs:annotation': { 'xs:documentation': zh },
  ...text(most, name === 'operation' ? 'UPSERT|DELETE' : undefined),
});

const HEADER = ['sender', 'receiver', 'cc', 'flow', 'item', 'sn', 'securityType', 'operator', 'contacts'];

/**
 * W3C XML Schema of the messages of one standard. What must always be there is only what a tombstone has too; the rest
 * is held against the standard before it leaves.
 */
export function messageSchema({ fields }: Standard): string {
  const record = {
    '@name': 'fields',
    '@minOccurs': 0,
    '@maxOccurs': 'unbounded',
    'xs:complexType': { 'xs:sequence': { 'xs:element': fields.map(element) }, 'xs:attribute': controls.map(attribute) },
  };
  const header = {
    '@name': 'Header',
    'xs:complexType': {
      'xs:sequence': { 'xs:element': HEADER.map((name) => ({ '@name': name, '@type': 'xs:string' })) },
    },
  };
  const body = { '@name': 'Body', 'xs:complexType': { 'xs:sequence': { 'xs:element': record } } };
  const schema = {
    'xs:schema': {
      '@xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
      'xs:element': {
        '@name': 'ExchangeMessage',
        'xs:complexType': { 'xs:sequence': { 'xs:element': [header, body] } },
      },
    },
  };
  return `${create({ version: '1.0', encoding: 'UTF-8' }, schema).end({ prettyPrint: true })}\n`;
}
