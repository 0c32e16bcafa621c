import type { Bilingual } from '#decider';
import { dayOf } from '#law';
import { cite, lawOn, refusal } from './law.js';
import { personalDataIn } from './personal-data.js';

const clause = '4.3';
const kinds: Readonly<Record<'MOBILE_NUMBER' | 'IDENTITY_CARD', Bilingual>> = {
  MOBILE_NUMBER: { zh: '手机号码', en: 'a mobile number' },
  IDENTITY_CARD: { zh: '身份证件号码', en: 'the number of an identity card' },
};

/**
 * Refuses words that tell who told, before they become a fact for ever. The refusal names the field and not the number:
 * it is logged and sent back.
 */
export function mustTellNobody(command: object, occurredAt: string): void {
  for (const [field, words] of Object.entries(command)) {
    if (typeof words !== 'string') continue;
    const found = personalDataIn(words);
    if (!found) continue;
    throw refusal(
      'personal-data',
      { zh: `${field} 中含有${kinds[found].zh}`, en: `\`${field}\` holds ${kinds[found].en}` },
      {
        ...cite(lawOn('hotline/identity', dayOf(occurredAt)), clause),
        wayOut: {
          zh: '举报人身份只能提交至 PUT /hotline/tips/{tipId}/identity；请从文字中删去后重新提交',
          en: 'Who told goes to PUT /hotline/tips/{tipId}/identity only; take it out of the words and send them again',
        },
        facts: { field, found },
      },
    );
  }
}
