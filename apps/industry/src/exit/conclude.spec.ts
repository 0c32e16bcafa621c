import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { at, enterprise, exits, facts, line } from '../testing-industry.js';
import { exit } from './exit.decider.js';

describe('the elimination of a line', () => {
  const elimination = { measures: ['DISMANTLED' as const], eliminatedOn: '2021-06-02' };
  const eliminate = { ...elimination, ...at('2021-06-02') };
  const eliminated = { type: 'LineEliminated', data: { enterprise, line, ...elimination } } as const;

  it('is recorded when it cannot produce any more, once', () => {
    given(exit, ...exits.dismantled)
      .when('EliminateLine', eliminate)
      .then(eliminated);
    given(exit, ...exits.dismantled, eliminated)
      .when('EliminateLine', eliminate)
      .thenNothing();
    given(exit, ...exits.isolated)
      .when('EliminateLine', { ...eliminate, measures: ['POWER_CUT', 'MAIN_EQUIPMENT_SEALED'] })
      .thenTypes('LineEliminated');
  });

  it('names only measures that are on record, and is complete', () => {
    given(exit, ...exits.isolated)
      .when('EliminateLine', eliminate)
      .thenRefused('industry/measure-not-on-record', { facts: { missing: ['DISMANTLED'] } });
    given(exit, ...exits.five)
      .when('EliminateLine', { ...eliminate, measures: ['POWER_CUT'] })
      .thenRefused('industry/line-could-produce');
  });

  it('needs an order of closure or the elimination category', () => {
    given(exit, facts.voluntary, facts.dismantled())
      .when('EliminateLine', eliminate)
      .thenRefused('industry/no-basis-to-eliminate', { rule: 'industry/exit-basis@2021' });
    given(exit, facts.closure('LINE'), facts.dismantled()).when('EliminateLine', eliminate).thenTypes('LineEliminated');
  });
});

describe('the closure of an enterprise', () => {
  const close = { manner: 'CLOSED' as const, closedOn: '2021-06-02', ...at('2021-06-02') };
  const closed = {
    type: 'EnterpriseClosed',
    data: {
      enterprise,
      manner: 'CLOSED',
      closedOn: '2021-06-02',
      governmentDocumentNumber: '惠府函〔2021〕88号',
    },
  } as const;

  it('carries out what the government ordered, once', () => {
    given(exit, facts.closure('ENTERPRISE')).when('CloseEnterprise', close).then(closed);
    given(exit, facts.closure('ENTERPRISE'), closed).when('CloseEnterprise', close).thenNothing();
  });

  it('is not had where one of two sites closes', () => {
    for (const scope of ['SITE', 'LINE'] as const)
      given(exit, facts.closure(scope))
        .when('CloseEnterprise', close)
        .thenRefused('industry/not-the-whole-enterprise', { facts: { scope } });
  });

  it('is the government’s to order: the elimination category only shuts down', () => {
    const whole = { ...facts.opened, data: { ...facts.opened.data, scope: 'ENTERPRISE' } };
    for (const manner of ['CEASED', 'CLOSED', 'BANNED'] as const)
      given(exit, whole, facts.ordered)
        .when('CloseEnterprise', { ...close, manner })
        .thenRefused('industry/only-the-government-closes');
    given(exit, whole, facts.ordered)
      .when('CloseEnterprise', { ...close, manner: 'SHUT_DOWN' })
      .thenTypes('EnterpriseClosed');
    given(exit, facts.voluntary).when('CloseEnterprise', close).thenRefused('industry/no-basis-to-eliminate');
  });
});
