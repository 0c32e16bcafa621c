import { describe, expect, it } from '@jest/globals';
import { subjectOf } from './subject.js';

describe('a subject', () => {
  it.each([
    ['enterprise:91441322MA00TT0126', { kind: 'enterprise', id: '91441322MA00TT0126' }],
    ['enterprise:target:K-1', { kind: 'enterprise', id: 'target:K-1' }],
    ['county:BL', { kind: 'county', id: 'BL' }],
    ['list:environment.exceedance', { kind: 'list', id: 'environment.exceedance' }],
  ])('%s', (text, subject) => expect(subjectOf(text)).toEqual(subject));

  it.each([undefined, '', 'BL', 'county:XX', 'county:toString', 'list:green', 'case:1', 'constructor:x'])(
    'is none of %s, and the answer gives an example',
    (text) =>
      expect(() => subjectOf(text)).toThrow(
        expect.objectContaining({
          status: 400,
          grounds: expect.objectContaining({
            field: 'subject',
            wayOut: expect.objectContaining({ en: expect.stringContaining('For example') }),
          }),
        }),
      ),
  );

  it('with a malformed code is told what is wrong with the code', () =>
    expect(() => subjectOf('enterprise:91441322MA00TTO126')).toThrow(
      expect.objectContaining({ status: 404, code: 'dossier/code-malformed' }),
    ));
});
