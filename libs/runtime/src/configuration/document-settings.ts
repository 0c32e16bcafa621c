import { allowed, setting, url, value, whole, words, type Reading } from './readings.js';

const names = (text: string): Reading<readonly string[]> => {
  const list = text.split(',').map((one) => one.trim());
  return list.every((name) => /^[a-z0-9]{1,16}$/.test(name))
    ? value(list)
    : allowed('类型名，以逗号分隔', 'names of types, separated by commas');
};

const ADDRESS = /^([A-Za-z0-9][A-Za-z0-9.-]{0,253}|\[[0-9A-Fa-f:]{2,39}\]):(\d{1,5})$/;
const address = (text: string): Reading<{ readonly host: string; readonly port: number }> => {
  const [, host = '', port = ''] = ADDRESS.exec(text) ?? [];
  return host !== '' && Number(port) > 0 && Number(port) <= 65_535
    ? value({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) })
    : allowed('主机:端口', 'host:port');
};

const bucket = (text: string) =>
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)
    ? value(text)
    : allowed('3 至 63 个小写字母、数字、点或连字符', '3 to 63 lower-case letters, digits, dots or hyphens');

/** Where documents are kept, and what is taken as one. */
export const documentSettings = {
  documentMaxMb: setting({
    name: 'DOCUMENT_MAX_MB',
    says: { zh: '单个文书的上限（MiB）', en: 'The largest document that is taken, in MiB' },
    default: '50',
    example: '200',
    read: whole(1, 5_000),
  }),
  documentTypes: setting({
    name: 'DOCUMENT_TYPES',
    says: { zh: '受理的文书类型；不设则为全部', en: 'Types of documents that are taken; all of them when not given' },
    example: 'pdf,ofd,jpeg,png',
    read: names,
  }),
  clamdAddress: setting({
    name: 'CLAMD_ADDRESS',
    says: {
      zh: 'ClamAV 守护进程（clamd）的地址；设定后未经扫描的文书不保存',
      en: 'Address of ClamAV’s daemon; once given, no document is kept that it did not scan',
    },
    example: 'clamd.example:3310',
    read: address,
  }),
  s3Endpoint: setting({
    name: 'S3_ENDPOINT',
    says: {
      zh: '兼容 S3 的对象存储，不含桶名；不设则文书存于数据目录',
      en: 'S3-compatible store for documents, without the bucket; in the data folder when not given',
    },
    example: 'https://s3.example.gov.cn',
    read: url('https:', 'http:'),
  }),
  s3Bucket: setting({
    name: 'S3_BUCKET',
    says: { zh: '桶名', en: 'Bucket for documents' },
    example: 'taizhang-documents',
    read: bucket,
  }),
  s3Region: setting({
    name: 'S3_REGION',
    says: { zh: '对象存储的区域', en: 'Region of the bucket' },
    default: 'us-east-1',
    example: 'cn-south-1',
    read: words,
  }),
  s3AccessKeyId: setting({
    name: 'S3_ACCESS_KEY_ID',
    says: { zh: '对象存储的访问密钥编号', en: 'Access key of the bucket, its id' },
    example: 'taizhang',
    read: words,
  }),
  s3SecretAccessKey: setting({
    name: 'S3_SECRET_ACCESS_KEY',
    says: { zh: '对象存储的访问密钥', en: 'Access key of the bucket, its secret' },
    example: 'secret',
    secret: true,
    read: words,
  }),
};
