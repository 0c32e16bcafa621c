import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { authorities, authorityOf, checkUscc } from '#codes';
import { credit as contracts } from '#contracts';
import { decideOn, namespaceOf, type OwnCommand, type Recorded } from '#decider';
import { penalisers } from './penalisers.js';
import { deadlines } from './credit.deadlines.js';
import { exitPolicy } from './exit.policy.js';
import { penaltyPolicy } from './penalty.policy.js';
import { record } from './record.decider.js';
import { fine, publishBy } from './record-testing.js';
import type { Commands } from './record.state.js';

const published = (stream: string, type: string, data: object, occurredAt = '2021-08-02T16:00:00+08:00'): Recorded => ({
  id: '00000000-0000-4000-8000-000000000001',
  type,
  stream,
  revision: 0,
  position: 1,
  occurredAt,
  recordedAt: '2021-08-02T08:00:00.000Z',
  department: 'energy',
  actor: { client: 'spec' },
  rules: [],
  visibility: 'public',
  documents: [],
  correlationId: 'spec',
  data,
});

const { authority: _, authorityCode: __, field: ___, ...decision } = fine;
const decided = published('energy.penalty-2021-0003', 'energy.PenaltyDecided', { ...decision, caseId: '2021-0001' });
const determined = published('energy.equipment-furnace-1', 'energy.ExitNonCompletionDetermined', {
  enterprise: fine.enterprise,
  dueOn: '2021-06-30',
  equipment: '中频炉一台',
  fact: '至今未拆除',
  legalBasis: '节约能源法第十七条',
  documentNumber: '惠能认〔2021〕1号',
  notifiedOn: '2021-08-02',
});

const accepted = ({ command, data }: OwnCommand) =>
  validateSync(
    plainToInstance(contracts.language.records.record.commands[command as keyof Commands] as new () => object, data),
    { whitelist: true, forbidNonWhitelisted: true },
  );

describe('the credit department, of itself', () => {
  it('opens a record for every penalty, under an id made from the penalty’s', () => {
    const [open] = penaltyPolicy.when['energy.PenaltyDecided']!(decided);
    expect(open).toMatchObject({
      record: 'record',
      id: 'penalty-2021-0003',
      command: 'OpenCreditRecord',
      data: { subject: 'PENALTY', origin: '2021-0003', content: fine },
    });
    expect(accepted(open!)).toEqual([]);
  });

  it('opens one for the penalty of every department that imposes any, in its name and field', () => {
    for (const department of penalisers) {
      const type = `${namespaceOf(department)}.PenaltyDecided`;
      const [open] = penaltyPolicy.when[type]!({ ...decided, type, stream: `${namespaceOf(department)}.penalty-P-1` });
      const { name, code, field } = authorityOf(department);
      expect(checkUscc(code)).toBeUndefined();
      expect(open!.id).toBe(department === 'energy' ? 'penalty-P-1' : `penalty-${department}.P-1`);
      expect(open!.data).toMatchObject({ department, content: { authority: name, authorityCode: code, field } });
      expect(accepted(open!)).toEqual([]);
    }
  });

  it('knows what every authority is called, by a code that is right in form', () => {
    expect(penalisers).toContain('energy');
    for (const { code } of Object.values(authorities)) expect(checkUscc(code)).toBeUndefined();
    expect(() => authorityOf('hotline')).toThrow('authorities.ts');
  });

  it('opens a record for what industry found not to have exited, beside what energy found', () => {
    const [open] = exitPolicy.when['industry.ExitNonCompletionDetermined']!({
      ...determined,
      type: 'industry.ExitNonCompletionDetermined',
      stream: 'industry.exit-GX-1',
    });
    expect(open).toMatchObject({
      id: 'exit-industry.GX-1',
      data: { subject: 'NON_COMPLETION', department: 'industry', content: { authority: '惠州市工业和信息化局' } },
    });
    expect(accepted(open!)).toEqual([]);
  });

  it('notes that a penalty was annulled, with the document that says so', () => {
    const fact = { annulledOn: '2021-09-17', reason: '复议撤销', documentNumber: '惠府复决〔2021〕1号' };
    const [note] = penaltyPolicy.when['energy.PenaltyAnnulled']!(
      published('energy.penalty-2021-0003', 'energy.PenaltyAnnulled', fact),
    );
    expect(note).toMatchObject({ id: 'penalty-2021-0003', command: 'NoteAnnulment' });
    expect(note!.data).toMatchObject({ annulledOn: '2021-09-17', reason: '惠府复决〔2021〕1号：复议撤销' });
    expect(accepted(note!)).toEqual([]);
  });

  it('opens a record for a missed exit, determined on the day it was recorded in China', () => {
    const [open] = exitPolicy.when['energy.ExitNonCompletionDetermined']!({
      ...determined,
      occurredAt: '2021-08-01T16:30:00Z',
    });
    expect(open).toMatchObject({
      id: 'exit-furnace-1',
      command: 'OpenCreditRecord',
      data: { subject: 'NON_COMPLETION', notifiedOn: '2021-08-02', content: { decidedOn: '2021-08-02' } },
    });
    expect(accepted(open!)).toEqual([]);
  });

  it('notes a late exit under the same id, which changes nothing where nothing was overdue', () => {
    const [note] = exitPolicy.when['energy.MainEquipmentDismantled']!(
      published('energy.equipment-furnace-1', 'energy.MainEquipmentDismantled', {
        dismantledOn: '2021-08-31',
        disposal: 'SCRAPPED',
        witness: '博罗县工信局',
      }),
    );
    expect(note).toMatchObject({ id: 'exit-furnace-1', command: 'NoteLateExit', data: { exitedOn: '2021-08-31' } });
    expect(accepted(note!)).toEqual([]);
  });

  it('counts the seven days from the decision that energy took', () => {
    const [{ data }] = penaltyPolicy.when['energy.PenaltyDecided']!(decided) as [OwnCommand];
    const facts = decideOn(
      record,
      [],
      { name: 'OpenCreditRecord', data: data as Commands['OpenCreditRecord'] },
      {
        id: 'penalty-2021-0003',
        now: '2021-08-02T09:00:00.000Z',
        occurredAt: decided.occurredAt,
        actor: { client: 'spec' },
        documents: [],
        consulted: () => [],
      },
    );
    expect(facts[0]).toMatchObject({ type: 'CreditRecordOpened', data: { due: { rolledDue: publishBy } } });
  });
});

describe('what becomes of a penalty', () => {
  const put = (type: string, data: object) => {
    const [own] = penaltyPolicy.when[`energy.${type}`]!(published('energy.penalty-2021-0003', `energy.${type}`, data));
    expect(accepted(own!)).toEqual([]);
    return own;
  };

  it('is told to its record: challenged, stayed, decided, changed', () => {
    const on = { documentNumber: '惠府复〔2021〕1号' };
    const id = 'penalty-2021-0003';
    expect(put('PenaltyChallenged', { remedy: 'REVIEW', forum: '市政府', filedOn: '2021-08-02' })).toMatchObject({
      id,
      command: 'NoteChallenge',
    });
    expect(put('ExecutionStayed', { ...on, orderedBy: '市政府', stayedFrom: '2021-08-02' })).toMatchObject({
      id,
      command: 'NoteStay',
    });
    expect(
      put('ChallengeDecided', { ...on, outcome: 'UPHELD', decidedOn: '2021-08-02', reason: '维持' }),
    ).toMatchObject({ id, command: 'NoteChallengeOutcome', data: { outcome: 'UPHELD' } });
    expect(put('PenaltyChanged', { ...on, content: '警告', changedOn: '2021-08-02', reason: '变更' })).toMatchObject({
      id,
      command: 'NoteAnnulment',
      data: { annulledOn: '2021-08-02' },
    });
  });

  it('exited late in industry too, when what was dismantled is accepted', () => {
    const accept = (status: string) =>
      exitPolicy.when['industry.ExitAccepted']!(
        published('industry.exit-GX-1', 'industry.ExitAccepted', { status, acceptedOn: '2021-08-31' }),
      );
    expect(accept('DISMANTLED')).toMatchObject([{ id: 'exit-industry.GX-1', data: { exitedOn: '2021-08-31' } }]);
    expect(accept('ISOLATED')).toEqual([]);
  });
});

describe('the deadlines of credit', () => {
  const stream = 'credit.record-penalty-2021-0003';
  const changes = (type: string, data: object) => deadlines.when[type]!(published(stream, type, data));
  const key = (what: string) => `record/penalty-2021-0003/${what}`;

  it('give seven working days to publish, until it is published or there is nothing to publish', () => {
    const [opened] = changes('credit.CreditRecordOpened', { due: { rolledDue: publishBy } });
    expect(opened).toEqual({
      set: {
        key: key('publish'),
        dueOn: publishBy,
        record: 'record',
        id: 'penalty-2021-0003',
        command: 'PassTerm',
        data: { term: 'PUBLISH', dueOn: publishBy, occurredAt: '2021-08-12T00:00:00+08:00' },
      },
    });
    expect(accepted((opened as { set: OwnCommand }).set)).toEqual([]);
    for (const [type, data] of [
      ['credit.CreditInfoPublished', { platform: 'CREDIT_CHINA', displayUntil: '2022-08-02' }],
      ['credit.PublicationOverdue', {}],
      ['credit.ObjectionUpheld', {}],
      ['credit.LateExitNoted', {}],
      ['credit.AnnulmentNoted', {}],
    ] as const)
      expect(changes(type, data)[0]).toEqual({ clear: key('publish') });
  });

  it('give Credit China three to follow the register, until it follows', () => {
    const platform = 'GSXT';
    const shown = { platform, displayUntil: '2024-09-15', mirrorDue: { rolledDue: '2021-09-18' } };
    expect(changes('credit.CreditInfoPublished', shown)[2]).toMatchObject({
      set: { key: key('mirror'), dueOn: '2021-09-18', data: { term: 'MIRROR' } },
    });
    const followed = changes('credit.CreditInfoPublished', { platform: 'CREDIT_CHINA', displayUntil: '2022-09-10' });
    expect(followed.at(-1)).toEqual({ clear: key('mirror') });
    expect(changes('credit.MirrorOverdue', {})).toEqual([{ clear: key('mirror') }]);
  });

  it('give three to withdraw, until it is withdrawn', () => {
    expect(changes('credit.AnnulmentNoted', { due: { rolledDue: '2021-09-23' } })[1]).toMatchObject({
      set: { key: key('withdraw'), dueOn: '2021-09-23', data: { term: 'WITHDRAW' } },
    });
    expect(changes('credit.WithdrawalOverdue', {})).toEqual([{ clear: key('withdraw') }]);
    expect(changes('credit.CreditInfoWithdrawn', {})[0]).toEqual({ clear: key('withdraw') });
  });

  it('end display on each platform, and move with a correction', () => {
    const until = (type: string, data: object) => changes(type, data).at(-1);
    const set = (dueOn: string) => ({ set: { key: key('display/CREDIT_CHINA'), dueOn, data: { term: 'DISPLAY' } } });
    const platform = 'CREDIT_CHINA';
    expect(until('credit.CreditInfoPushed', { platform, displayUntil: '2022-08-02' })).toMatchObject(set('2022-08-02'));
    expect(until('credit.CreditInfoPushed', { platform: 'GSXT' })).toBeUndefined();
    expect(until('credit.CreditInfoCorrected', { displays: [{ platform, displayUntil: '2022-07-30' }] })).toMatchObject(
      set('2022-07-30'),
    );
    expect(until('credit.CreditInfoCorrected', {})).toBeUndefined();
    expect(until('credit.DisplayStopped', { platforms: [platform] })).toEqual({ clear: key('display/CREDIT_CHINA') });
  });

  it('end display again where it was resumed', () => {
    const displays = [{ platform: 'CREDIT_CHINA', displayUntil: '2022-08-02' }];
    expect(changes('credit.DisplayResumed', { displays })).toMatchObject([
      { set: { key: key('display/CREDIT_CHINA'), dueOn: '2022-08-02' } },
    ]);
  });

  it('give Credit China three to stop showing who was removed from a list', () => {
    const of = (type: string, data: object) => deadlines.when[type]!(published('credit.seriousEntry-E-1', type, data));
    const [set] = of('credit.SeriousListEntryRemoved', { due: { rolledDue: '2021-09-23' } });
    expect(set).toMatchObject({
      set: { key: 'serious-entry/E-1/stop', record: 'seriousEntry', id: 'E-1', command: 'PassListTerm' },
    });
    for (const type of ['ListDisplayStopped', 'ListDisplayOverdue'])
      expect(of(`credit.${type}`, {})).toEqual([{ clear: 'serious-entry/E-1/stop' }]);
  });

  it('lift a restriction that has an end', () => {
    const [set] = changes('credit.CreditRestrictionApplied', { field: 'LAND_SUPPLY', to: '2022-02-10' });
    expect(set).toMatchObject({
      set: {
        key: key('restriction/LAND_SUPPLY'),
        dueOn: '2022-02-10',
        command: 'LiftRestriction',
        data: { field: 'LAND_SUPPLY', reason: 'EXPIRY', occurredAt: '2022-02-11T00:00:00+08:00' },
      },
    });
    expect(accepted((set as { set: OwnCommand }).set)).toEqual([]);
    expect(changes('credit.CreditRestrictionApplied', { field: 'LAND_SUPPLY' })).toEqual([]);
    expect(changes('credit.CreditRestrictionLifted', { field: 'LAND_SUPPLY' })).toEqual([
      { clear: key('restriction/LAND_SUPPLY') },
    ]);
  });
});
