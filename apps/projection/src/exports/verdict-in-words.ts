import type { Verdict } from './verdict.js';

/** Whether a script may go on: signed, and nothing in it says otherwise. */
export const holds = (verdict: Verdict): boolean => verdict.verdict === 'SIGNED' && verdict.answer.follows !== false;

/** The verdict for a person, with what it does not prove. */
export function inWords(verdict: Verdict): string {
  if (verdict.verdict === 'FAILED') {
    const { code, where, found, says, showsAt } = verdict;
    return [
      `✗ FAILED · ${code} · ${where}${found === undefined ? '' : ` = ${JSON.stringify(found)}`}`,
      `  ${says.zh}`,
      `  ${says.en}`,
      ...(showsAt ? [`  → 改动可见于 It shows at ${showsAt}`] : []),
    ].join('\n');
  }
  const { signedBy, answer, copy } = verdict;
  const { of, issuer, issuedAt, audience, asOf, asKnownAt, permalink, facts } = copy;
  return [
    `✓ SIGNED 签名有效 · ${of.kind} ${of.id}`,
    `  签发 Issued ${[issuedAt, issuer].filter(Boolean).join(' · ')} · key ${signedBy.join(', ')}`,
    `  法律时间 as of ${asOf} · 台账 as known at ${asKnownAt} · 读者 for ${audience.kind} · ${permalink}`,
    ...followed(answer, facts.length),
    '  不证明：没有遗漏；持有密钥者未曾另签一份',
    '  Not proved: that nothing was left out; that whoever holds the key signed no other',
  ].join('\n');
}

function followed(answer: (Verdict & { verdict: 'SIGNED' })['answer'], facts: number): string[] {
  if (answer.follows) return [`✓ 所答可由所附${facts}条事实推出 · The answer follows from its ${facts} facts`];
  if (answer.follows === null) return [`○ 未重新推算：${answer.because.zh}`, `  Not refolded: ${answer.because.en}`];
  return [
    `✗ 所答与所附${facts}条事实不符，首见于 ${answer.differsAt}`,
    `  The answer does not follow from its ${facts} facts: first at ${answer.differsAt}`,
  ];
}
