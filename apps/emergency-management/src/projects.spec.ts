import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { facilityReview } from './facility-review.decider.js';
import { parkAdmission } from './park-admission.decider.js';
import { another, at, byOne, byTwo, enterprise } from './testing-safety.js';

describe('safety facilities', () => {
  const project = { enterprise, projectName: '电炉技改', projectKind: 'SMELTING' as const };
  const plain = { ...project, projectKind: 'OTHER' as const };
  const review = { ...project, conclusion: 'PASSED' as const, opinion: '同意', reviewedOn: '2021-09-06' };
  const passed = { type: 'SafetyDesignReviewed', data: review } as const;
  const failed = { type: 'SafetyDesignReviewed', data: { ...review, conclusion: 'FAILED' as const } } as const;
  const acceptance = { ...project, opinion: '合格', acceptedOn: '2021-11-08' };
  const accepted = { type: 'SafetyFacilitiesAccepted', data: acceptance } as const;

  it('have their design reviewed, again after it failed, and not after it passed', () => {
    const command = { ...review, ...at('2021-09-06') };
    given(facilityReview).when('ReviewSafetyDesign', command).then(passed);
    given(facilityReview, passed).when('ReviewSafetyDesign', command).thenNothing();
    given(facilityReview, failed)
      .when('ReviewSafetyDesign', { ...command, reviewedOn: '2021-09-20' })
      .thenTypes('SafetyDesignReviewed');
    given(facilityReview, failed)
      .when('ReviewSafetyDesign', { ...command, reviewedOn: '2021-09-05' })
      .thenRefused('emergency-management/before-its-cause');
    given(facilityReview, passed)
      .when('ReviewSafetyDesign', { ...command, opinion: '再审', reviewedOn: '2021-09-20' })
      .thenRefused('emergency-management/design-passed');
    given(facilityReview, failed)
      .when('ReviewSafetyDesign', { ...command, projectName: '另一项目' })
      .thenRefused('emergency-management/another-project');
  });

  it('of smelting are accepted only after the design passed; of other projects also without', () => {
    const accept = { ...acceptance, ...at('2021-11-08') };
    given(facilityReview, passed).when('AcceptSafetyFacilities', accept).then(accepted);
    given(facilityReview, passed, accepted).when('AcceptSafetyFacilities', accept).thenNothing();
    for (const past of [[], [failed]])
      given(facilityReview, ...past)
        .when('AcceptSafetyFacilities', accept)
        .thenRefused('emergency-management/design-not-passed', { rule: 'safety/design-review@2021' });
    given(facilityReview)
      .when('AcceptSafetyFacilities', { ...accept, ...plain })
      .thenTypes('SafetyFacilitiesAccepted');
    given(facilityReview, passed)
      .when('AcceptSafetyFacilities', { ...accept, acceptedOn: '2021-09-05' })
      .thenRefused('emergency-management/before-its-cause');
  });

  it('that break the rule are found by two officers, and not against the record', () => {
    const found = { ...project, breach: 'DESIGN_NOT_REVIEWED' as const, findings: '未审先建' };
    const record = { ...found, ...at('2021-10-12') };
    const breach = { type: 'ThreeSimultaneitiesBreachFound', data: found } as const;
    given(facilityReview).when('RecordThreeSimultaneitiesBreach', record, byTwo).then(breach);
    given(facilityReview, breach).when('RecordThreeSimultaneitiesBreach', record, byTwo).thenNothing();
    given(facilityReview)
      .when('RecordThreeSimultaneitiesBreach', record, byOne)
      .thenRefused('emergency-management/two-officers');
    given(facilityReview, passed)
      .when('RecordThreeSimultaneitiesBreach', record, byTwo)
      .thenRefused('emergency-management/breach-contradicted', { rule: 'safety/three-simultaneities@2021' });
    given(facilityReview)
      .when('RecordThreeSimultaneitiesBreach', { ...record, ...plain }, byTwo)
      .thenRefused('emergency-management/breach-contradicted');
    given(facilityReview, passed, accepted)
      .when('RecordThreeSimultaneitiesBreach', { ...record, breach: 'USED_WITHOUT_ACCEPTANCE' }, byTwo)
      .thenRefused('emergency-management/breach-contradicted');
  });
});

describe('a project that wants into a park', () => {
  const application = { enterprise, parkId: 'BL-PARK-01', parkName: '博罗产业园〔模拟〕', projectName: '搬迁扩建' };
  const line = { capacityLineId: 'LINE-1' };
  const review = { ...application, conclusion: 'MET' as const, opinion: '符合' };
  const classified = (whose = enterprise) => ({
    'energy.capacity-LINE-1': [{ type: 'energy.CapacityClassified', data: { enterprise: whose, product: '钢' } }],
  });
  const met = { type: 'SafetyConditionsReviewed', data: review } as const;
  const notMet = { type: 'SafetyConditionsReviewed', data: { ...review, conclusion: 'NOT_MET' as const } } as const;
  const refusing = { ground: 'OUTDATED_CAPACITY' as const, ...line, reason: '园区不得承接落后产能' };
  const refused = { type: 'ParkAdmissionRefused', data: { ...application, ...refusing } } as const;
  const command = { ...review, ...at('2021-06-02') };
  const refuse = { ...refusing, ...at('2021-06-08') };

  it('is reviewed, and again after its conditions were not met', () => {
    given(parkAdmission).when('ReviewProjectSafetyConditions', command).then(met);
    given(parkAdmission, met).when('ReviewProjectSafetyConditions', command).thenNothing();
    given(parkAdmission, notMet).when('ReviewProjectSafetyConditions', command).thenTypes('SafetyConditionsReviewed');
    given(parkAdmission, met)
      .when('ReviewProjectSafetyConditions', { ...command, conclusion: 'NOT_MET' })
      .thenRefused('emergency-management/already-recorded');
  });

  it('does not meet the conditions with capacity that energy classified as outdated', () => {
    given(parkAdmission)
      .consulting(classified())
      .when('ReviewProjectSafetyConditions', { ...command, ...line })
      .thenRefused('emergency-management/outdated-capacity-in-park', { rule: 'safety/park-admission@2021' });
    for (const elsewhere of [classified(another), {}])
      given(parkAdmission)
        .consulting(elsewhere)
        .when('ReviewProjectSafetyConditions', { ...command, ...line })
        .thenTypes('SafetyConditionsReviewed');
  });

  it('is refused for outdated capacity, shown by energy’s line or by the catalogue', () => {
    given(parkAdmission, met).consulting(classified()).when('RefuseParkAdmission', refuse).then(refused);
    const { capacityLineId: _, ...bare } = refuse;
    given(parkAdmission, met)
      .when('RefuseParkAdmission', { ...bare, catalogueItem: '2019年本淘汰类' })
      .thenTypes('ParkAdmissionRefused');
    given(parkAdmission, met)
      .when('RefuseParkAdmission', bare)
      .thenRefused('emergency-management/outdated-not-shown', { clause: '2.4.1' });
    given(parkAdmission, met)
      .consulting(classified(another))
      .when('RefuseParkAdmission', refuse)
      .thenRefused('emergency-management/outdated-not-shown');
  });

  it('is refused for its conditions when they are not met', () => {
    const unsafe = { ground: 'CONDITIONS_NOT_MET' as const, reason: '安全间距不足', ...at('2021-06-08') };
    given(parkAdmission, notMet).when('RefuseParkAdmission', unsafe).thenTypes('ParkAdmissionRefused');
    given(parkAdmission, met)
      .when('RefuseParkAdmission', unsafe)
      .thenRefused('emergency-management/conditions-are-met');
    given(parkAdmission).when('RefuseParkAdmission', unsafe).thenRefused('emergency-management/no-application');
  });

  it('is refused once', () => {
    given(parkAdmission, met, refused).when('RefuseParkAdmission', refuse).thenNothing();
    given(parkAdmission, met, refused)
      .when('RefuseParkAdmission', { ...refuse, reason: '其他' })
      .thenRefused('emergency-management/already-recorded');
  });
});
