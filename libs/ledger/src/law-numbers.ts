import { readFileSync } from 'node:fs';
import { NotSuppliable, supplyNumbers, type SuppliedNumber } from '#law';
import { BadConfiguration } from '#runtime';

const EXAMPLE =
  '/etc/taizhang/law-numbers.json holding [{ "rule": "industry/deferral-limit@2021", "length": 6, "unit": "months", "source": "惠府办〔2021〕1号" }]';

/** Gives the law the numbers of a file. Throws `BadConfiguration` that names the row and what is wrong with it. */
export function supplyFrom(path: string): void {
  const complain = (zh: string, en: string) =>
    new BadConfiguration([{ name: 'LAW_NUMBERS', was: path, allowed: { zh, en }, example: EXAMPLE }]);
  let numbers: unknown;
  try {
    numbers = JSON.parse(readFileSync(path, 'utf8'));
  } catch (problem) {
    const { message } = problem as Error;
    throw complain(`可读的 JSON 文件（${message}）`, `a JSON file that can be read (${message})`);
  }
  const isListOfObjects =
    Array.isArray(numbers) && numbers.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
  if (!isListOfObjects) throw complain('对象的列表', 'a list of objects');
  try {
    supplyNumbers(numbers as SuppliedNumber[]);
  } catch (problem) {
    if (problem instanceof NotSuppliable)
      throw complain(`可用的数值：${problem.says.zh}`, `usable: ${problem.says.en}`);
    throw problem;
  }
}
