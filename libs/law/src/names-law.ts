// 依法 and 执法 name no law; 节约能源法第七十二条 and 《节能监察办法》 do.
const CHINESE = /(?:(?<![依执违合守方司办])法|条例|办法|规定|细则)(?=[》〉”"'\d第(（〔、，,；;。.\s及和与]|$)/u;
const ENGLISH = /\b(?:Law|Code|Regulations?|Provisions|Measures|Rules)\b/;

/**
 * Whether a text names a law, a regulation or a rule, beyond plans, notices and other policy documents: those alone are
 * no legal basis. Penalty Law art. 16.
 */
export const namesLaw = (text: string): boolean => CHINESE.test(text) || ENGLISH.test(text);
