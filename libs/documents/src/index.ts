export { bucketShelf, type Bucket } from './bucket/bucket-shelf.js';
export { DocumentStore, DOCUMENTS, type Depositor } from './document-store.js';
export { documentTypes, HEAD_BYTES, typeNamed, typeOf, type DocumentType } from './document-types.js';
export { fileShelf, sweep } from './files/file-shelf.js';
export { ofType, upTo } from './fit.js';
export { DocumentProblem, tooLarge } from './problems.js';
export { clamdScan, type Clamd, type Scan } from './scanning/clamd.js';
export type { ByteRange, Bytes, Shelf } from './shelf.js';
