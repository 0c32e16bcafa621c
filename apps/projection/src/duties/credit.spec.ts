import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { creditDuties } from './credit.js';

const at = (data: object) => ({ data, occurredAt: '2021-08-17T10:00:00+08:00' }) as unknown as Recorded;
const due = { rolledDue: '2021-08-26', rule: 'penalty/publicity@2018' };
const publish = creditDuties['credit.record']!.find(({ kind }) => kind === 'publish')!;

describe('the publication of a credit record', () => {
  it('is owed from the opening of the record', () =>
    expect(publish.when['credit.CreditRecordOpened']!(at({ due }))).toMatchObject({ dueOn: '2021-08-26' }));

  it.each(['CreditInfoPublished', 'ObjectionUpheld', 'AnnulmentNoted', 'LateExitNoted'])(
    'is owed no more after %s',
    (type) => expect(publish.when[`credit.${type}`]!(at({}))).toBeUndefined(),
  );
});
