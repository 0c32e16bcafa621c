import { writeAndTail } from '../conformance/write-and-tail.js';
import { brokenStore, type Flaw } from './broken-stores.js';

const [url, flaw] = process.argv.slice(2) as [string, Flaw];
writeAndTail(await brokenStore(url, flaw));
