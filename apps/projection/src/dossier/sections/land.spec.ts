import { describe, expect, it } from '@jest/globals';
import { recorded, type PastFact } from '#projection';
import { foundry } from '../../testing-facts.js';
import { land } from './land.js';

const about = (stream: string, type: string, data: object): PastFact => ({
  type: `naturalResources.${type}`,
  stream: `naturalResources.${stream}`,
  uscc: foundry.uscc,
  data,
});
const project = (type: string, data: object) => about('landProject-P-1', type, data);
const file = (type: string, data: object) =>
  about(`landFile-${foundry.uscc}`, type, { restrictionId: 'TD-1', ...data });
const after = (...facts: readonly PastFact[]) =>
  recorded(...facts).reduce((state, fact) => land.when[fact.type]!(state, fact), land.blank) as typeof land.blank;

describe('land in a dossier', () => {
  const screened = project('LandProjectScreened', { projectName: '扩建', category: 'ELIMINATION', result: 'OUTDATED' });

  it('shows a project, how it was screened and what was decided', () => {
    expect(after(screened)).toMatchObject({ projects: [{ projectId: 'P-1', result: 'OUTDATED' }] });
    expect(after(screened, project('LandRefused', { ground: '淘汰类', legalBasis: '土地管理法' }))).toMatchObject({
      projects: [{ decision: { decision: 'REFUSED', ground: '淘汰类' } }],
    });
    expect(after(screened, project('LandSupplied', { documentNumber: '5号' }))).toMatchObject({
      projects: [{ decision: { decision: 'SUPPLIED', documentNumber: '5号' } }],
    });
  });

  it('tells what is restricted from what is shared only, and what was lifted', () => {
    const restricted = file('LandSupplyRestricted', { fact: '保留设备', measure: '不予新增', legalBasis: '某法' });
    expect(after(file('LandInformationShared', { fact: '保留设备', measure: '不予新增' }))).toMatchObject({
      restrictions: [{ state: 'SHARED_ONLY' }],
    });
    expect(after(restricted)).toMatchObject({ restrictions: [{ state: 'RESTRICTED', legalBasis: '某法' }] });
    expect(after(restricted, file('LandRestrictionLifted', { reason: '已拆除' }))).toMatchObject({
      restrictions: [{ state: 'LIFTED', lifted: { reason: '已拆除' } }],
    });
  });
});
