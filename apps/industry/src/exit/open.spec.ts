import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { at, enterprise, exits, facts, file, line, order } from '../testing-industry.js';
import { exit } from './exit.decider.js';

const open = { ...file, ...at('2021-05-06') };
const closureOf = (scope: string, uscc = enterprise.uscc) => ({
  'government.closureProposal-GB-1': [
    {
      type: 'government.ClosureOrdered',
      data: { enterprise: { ...enterprise, uscc }, scope, governmentDocumentNumber: '惠府函〔2021〕88号' },
    },
  ],
});
const byGovernment = { ...open, ground: 'CLOSURE_ORDERED' as const, originId: 'GB-1', scope: 'SITE' as const };

describe('an exit file', () => {
  it('is opened once, for what a catalogue names', () => {
    given(exit).when('OpenExitFile', open).then({ type: 'ExitFileOpened', data: file });
    given(exit, facts.opened).when('OpenExitFile', open).thenNothing();
    given(exit, facts.opened)
      .when('OpenExitFile', { ...open, line: '另一条线' })
      .thenRefused('industry/already-recorded');
    const { catalogueItem: _, ...unnamed } = open;
    given(exit).when('OpenExitFile', unnamed).thenRefused('industry/no-catalogue-item', { clause: '2.5.1' });
  });

  it('rests on the government’s closure, and closes no more than that', () => {
    expect(given(exit).consulting(closureOf('SITE')).when('OpenExitFile', byGovernment).facts()[0]?.data).toMatchObject(
      { orderDocumentNumber: '惠府函〔2021〕88号' },
    );
    for (const streams of [{}, closureOf('LINE'), closureOf('SITE', '91441300MAT00001XX')])
      given(exit)
        .consulting(streams)
        .when('OpenExitFile', byGovernment)
        .thenRefused('industry/no-closure-order', { facts: { originId: 'GB-1', scope: 'SITE' } });
  });

  it('rests on energy’s order to stop use, or on a look-back that found resumption', () => {
    const stopped = { ...open, ground: 'STOP_USE_ORDERED' as const, originId: 'EQ-1' };
    const order = { type: 'energy.StopUseOrdered', data: { enterprise, documentNumber: 'x' } };
    given(exit)
      .consulting({ 'energy.equipment-EQ-1': [order] })
      .when('OpenExitFile', stopped)
      .thenTypes('ExitFileOpened');
    given(exit).when('OpenExitFile', stopped).thenRefused('industry/no-stop-use-order');
    const resumed = { ...open, ground: 'RESUMPTION' as const, originId: '2021-06.T-1' };
    given(exit)
      .consulting({ 'industry.lookBack-2021-06.T-1': [{ type: 'industry.ResumptionFound', data: {} }] })
      .when('OpenExitFile', resumed)
      .thenTypes('ExitFileOpened');
    given(exit).when('OpenExitFile', resumed).thenRefused('industry/no-resumption');
  });

  it('is about the site on its envelope: what closes at one site leaves the other alone', () =>
    expect(exit.subject?.({ ...exit.initial, said: { ExitFileOpened: file } }, 'one')).toEqual({
      uscc: enterprise.uscc,
      siteId: '91441322MA00TT0126001P',
    }));
});

describe('the order of elimination', () => {
  const command = { ...order, days: 30, ...at('2021-05-07') };

  it('gives days to dismantle, and no time to rectify', () => {
    const [fact] = given(exit, facts.opened).when('OrderElimination', command).facts();
    expect(fact?.data).toMatchObject({ enterprise, line, due: { nominalDue: '2021-06-06', rolledDue: '2021-06-07' } });
    given(exit, ...exits.ordered)
      .when('OrderElimination', command)
      .thenNothing();
    given(exit, ...exits.ordered)
      .when('OrderElimination', { ...command, days: 31 })
      .thenRefused('industry/already-recorded');
  });

  it('rests on a law, is served after the file was opened and not tomorrow', () => {
    given(exit, facts.opened)
      .when('OrderElimination', { ...command, legalBasis: '2021年工作计划' })
      .thenRefused('industry/plan-is-no-basis');
    given(exit, facts.opened)
      .when('OrderElimination', { ...command, servedOn: '2021-05-05' })
      .thenRefused('industry/before-its-cause');
    given(exit, facts.opened)
      .when('OrderElimination', command, { now: '2021-05-06T10:00:00.000Z' })
      .thenRefused('industry/in-the-future');
  });

  it('is for files that are open, and not where energy or the enterprise decided', () => {
    given(exit).when('OrderElimination', command).thenRefused('industry/no-exit-file');
    for (const opened of [facts.voluntary, facts.stopUse])
      given(exit, opened).when('OrderElimination', command).thenRefused('industry/not-ours-to-order');
    given(exit, facts.closure('SITE')).when('OrderElimination', command).thenTypes('EliminationOrdered');
  });
});
