import type { energy } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider } from '#decider';

type Published = energy.StandardPublished;

/** A standard of energy supervision and its versions, each published once (2.1.1). */
export const standard: Decider<readonly Published[], energy.Commands<'standard'>, energy.Events<'standard'>> = {
  name: 'energy.standard',
  initial: [],

  decide: {
    PublishStandard: (command, versions) => {
      const text = contentOf(command);
      const same = versions.find(({ code, version }) => code === text.code && version === text.version);
      if (alreadySays(same, text)) return [];
      if (same)
        throw new Refusal(
          'energy/version-published',
          {
            zh: `${same.code} ${same.version}版已发布，内容不同`,
            en: `${same.code}, version ${same.version}, was published otherwise`,
          },
          {
            clause: '2.1.1',
            wayOut: { zh: '修改后的文本使用新的版本号', en: 'A changed text takes a version of its own' },
            facts: { code: same.code, version: same.version },
          },
        );
      return [{ type: 'StandardPublished', data: text }];
    },
  },

  evolve: { StandardPublished: (versions, text) => [...versions, text] },
};
