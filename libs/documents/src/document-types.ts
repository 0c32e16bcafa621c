/** A type of document: how it is called, and how its bytes begin. */
export interface DocumentType {
  /** As settings name it: `pdf`. */
  readonly name: string;
  /** As it is given out. */
  readonly mediaType: string;
  /** Of a file's name, the first being the usual one. */
  readonly extensions: readonly string[];
  /** Other media types under which it may come in. */
  readonly also?: readonly string[];
  /** Whether bytes that begin so are of the type. */
  readonly begins: (head: Buffer) => boolean;
}

/** As many bytes as are needed to tell. */
export const HEAD_BYTES = 65_536;

const bytes =
  (hex: string, at = 0) =>
  (head: Buffer): boolean =>
    head.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'));

const ENTRY = Buffer.from('504b0304', 'hex');

/** Whether a ZIP archive, which office documents are, has an entry of such a name near its beginning. */
const archived = (name: RegExp) => (head: Buffer) => {
  if (!bytes('504b0304')(head)) return false;
  for (let at = 0; at >= 0 && at + 30 <= head.length; at = head.indexOf(ENTRY, at + 30))
    if (name.test(head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26)))) return true;
  return false;
};

/** Control characters that no text has; in UTF-16 every other byte is one. */
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** Every type that may be allowed. The first whose beginning fits is the one: a PDF may begin like a text. */
export const documentTypes: readonly DocumentType[] = [
  { name: 'pdf', mediaType: 'application/pdf', extensions: ['pdf'], begins: bytes('255044462d') },
  { name: 'jpeg', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], begins: bytes('ffd8ff') },
  { name: 'png', mediaType: 'image/png', extensions: ['png'], begins: bytes('89504e470d0a1a0a') },
  {
    name: 'tiff',
    mediaType: 'image/tiff',
    extensions: ['tif', 'tiff'],
    begins: (head) => bytes('49492a00')(head) || bytes('4d4d002a')(head),
  },
  {
    // GB/T 33190-2016, the fixed layout of Chinese official documents.
    name: 'ofd',
    mediaType: 'application/ofd',
    extensions: ['ofd'],
    begins: archived(/^(OFD\.xml$|Doc_\d+\/)/),
  },
  {
    name: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    begins: archived(/^word\//),
  },
  {
    name: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    begins: archived(/^xl\//),
  },
  { name: 'mp4', mediaType: 'video/mp4', extensions: ['mp4'], begins: bytes('66747970', 4) },
  {
    name: 'text',
    mediaType: 'text/plain',
    extensions: ['txt', 'csv'],
    also: ['text/csv'],
    begins: (head) => !BINARY.test(head.toString('latin1')),
  },
];

/** The type of a media type, without its parameters. */
export const typeNamed = (mediaType: string): DocumentType | undefined =>
  documentTypes.find((type) => type.mediaType === mediaType || type.also?.includes(mediaType));

/** The type that bytes are of, as far as their beginning says. */
export const typeOf = (head: Buffer): DocumentType | undefined => documentTypes.find(({ begins }) => begins(head));
