import { documentSettings } from './document-settings.js';
import {
  allowed,
  brokers,
  clients,
  cluster,
  host,
  instant,
  keySet,
  oneOf,
  path,
  setting,
  token,
  url,
  value,
  webhookSecret,
  whole,
  words,
} from './readings.js';

export type { Reading, Setting } from './readings.js';

/** Every variable that the ledger reads, by the name that its value has in `Configuration`. */
export const settings = {
  port: setting({
    name: 'PORT',
    says: { zh: 'HTTP 端口；0 表示任选空闲端口', en: 'HTTP port; 0 takes any that is free' },
    default: '8080',
    example: '8080',
    read: whole(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    says: { zh: '监听地址；对外提供服务时设为 0.0.0.0', en: 'Address to listen on; 0.0.0.0 serves other machines too' },
    default: '127.0.0.1',
    example: '0.0.0.0',
    read: host,
  }),
  dataFolder: setting({
    name: 'TAIZHANG_DATA',
    says: { zh: '数据目录：内置数据库、密钥', en: 'Data folder: the bundled database and secrets' },
    default: './data',
    example: '/var/lib/taizhang/data',
    read: path,
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    says: {
      zh: '自有 PostgreSQL 的服务连接；不设则用内置数据库',
      en: 'Your own PostgreSQL, for the service; the bundled one when not given',
    },
    example: 'postgres://taizhang_service:secret@db.example:5432/taizhang',
    secret: true,
    read: url('postgres:', 'postgresql:'),
  }),
  databaseOwnerUrl: setting({
    name: 'DATABASE_OWNER_URL',
    says: {
      zh: '迁移所用的所有者连接；默认同 DATABASE_URL',
      en: 'The same database for its owner, who migrates it; DATABASE_URL when not given',
    },
    example: 'postgres://taizhang_owner:secret@db.example:5432/taizhang',
    secret: true,
    read: url('postgres:', 'postgresql:'),
  }),
  eventstoreUrl: setting({
    name: 'EVENTSTORE_URL',
    says: {
      zh: 'EventStoreDB / KurrentDB 集群；不设则事件存于 PostgreSQL',
      en: 'EventStoreDB / KurrentDB cluster; events are kept in PostgreSQL when not given',
    },
    example: 'esdb://ledger:secret@es1.example:2113,es2.example:2113,es3.example:2113?tls=true',
    secret: true,
    read: cluster,
  }),
  kafkaBrokers: setting({
    name: 'KAFKA_BROKERS',
    says: { zh: 'Kafka 代理；不设则只有 HTTP', en: 'Kafka brokers; HTTP only when not given' },
    example: 'kafka1.example:9092,kafka2.example:9092',
    read: brokers,
  }),
  kafkaUsername: setting({
    name: 'KAFKA_USERNAME',
    says: { zh: 'Kafka 用户名（SASL）；不设则不认证', en: 'Kafka user (SASL); no authentication when not given' },
    example: 'taizhang-energy',
    read: words,
  }),
  kafkaPassword: setting({
    name: 'KAFKA_PASSWORD',
    says: { zh: 'Kafka 口令', en: 'Password of the Kafka user' },
    example: 'secret',
    secret: true,
    read: words,
  }),
  kafkaMechanism: setting({
    name: 'KAFKA_MECHANISM',
    says: { zh: 'Kafka 认证方式', en: 'How the Kafka user authenticates' },
    default: 'scram-sha-512',
    example: 'scram-sha-256',
    read: oneOf('plain', 'scram-sha-256', 'scram-sha-512'),
  }),
  kafkaTls: setting({
    name: 'KAFKA_TLS',
    says: {
      zh: '与 Kafka 之间是否用 TLS；自有根证书用 NODE_EXTRA_CA_CERTS',
      en: 'Whether Kafka is spoken to over TLS; NODE_EXTRA_CA_CERTS adds your own root',
    },
    default: 'off',
    example: 'on',
    read: (text: string) =>
      text === 'on' || text === 'off' ? value(text === 'on') : allowed('on 或 off', 'on or off'),
  }),
  kafkaIntakeClients: setting({
    name: 'KAFKA_INTAKE_CLIENTS',
    says: {
      zh: '各部门接收主题的命令以哪个客户端的名义登记；不设则为 queue:<主题>',
      en: 'Clients in whose name the commands of departments’ intake topics are given; queue:<topic> when not given',
    },
    example: 'energy=boluo-energy-desk,government=city-office',
    read: clients,
  }),
  creditWebhookUrl: setting({
    name: 'CREDIT_WEBHOOK_URL',
    says: {
      zh: '信用记录变动即推送到此地址（Standard Webhooks）；不设则不推送',
      en: 'Where changed credit records are pushed to (Standard Webhooks); nothing is pushed when not given',
    },
    example: 'https://credit.example.gov.cn/hooks/taizhang',
    secret: true,
    read: url('https:', 'http:'),
  }),
  creditWebhookSecret: setting({
    name: 'CREDIT_WEBHOOK_SECRET',
    says: { zh: '推送签名密钥，与接收方约定', en: 'Secret that signs what is pushed, agreed with its receiver' },
    example: 'whsec_c2lnbmluZyBzZWNyZXQgb2YgdGhlIGV4YW1wbGU=',
    secret: true,
    read: webhookSecret,
  }),
  oidcIssuer: setting({
    name: 'OIDC_ISSUER',
    says: {
      zh: '令牌签发者；不设则用首次启动时生成的密钥',
      en: 'Issuer of tokens; a key pair made at first start when not given',
    },
    example: 'https://login.example.gov.cn/realms/city',
    read: url('https:', 'http:'),
  }),
  oidcAudience: setting({
    name: 'OIDC_AUDIENCE',
    says: { zh: '令牌的受众', en: 'Audience that tokens must name' },
    default: 'taizhang',
    example: 'taizhang',
    read: words,
  }),
  installationName: setting({
    name: 'INSTALLATION_NAME',
    says: {
      zh: '本台账的名称，写入签名副本',
      en: 'What this ledger is called, in the signed copies that it hands out',
    },
    example: '惠州市落后产能退出台账',
    read: words,
  }),
  exportKeys: setting({
    name: 'EXPORT_KEYS',
    says: {
      zh: '签署副本的密钥（JWK Set）：第一个签名，其余已停用而仍公布；不设则存于数据目录。多进程须共用',
      en: 'Keys for signed copies, a JWK Set: the first signs, retired ones stay published; in the data folder when not given, which several machines do not share',
    },
    example:
      '{"keys":[{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}',
    secret: true,
    read: keySet,
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    says: { zh: '日志级别', en: 'How much is logged' },
    default: 'info',
    example: 'debug',
    read: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  }),
  lowSpaceWatermarkMb: setting({
    name: 'LOW_SPACE_WATERMARK_MB',
    says: {
      zh: '数据盘剩余空间低于此值（MB）时停止写入',
      en: 'Writes are refused below this much room on the data disk, in MB',
    },
    default: '1024',
    example: '4096',
    read: whole(0, 1_000_000_000),
  }),
  lawNumbers: setting({
    name: 'LAW_NUMBERS',
    says: {
      zh: '法规数值文件（JSON）：本地另行规定、台账未载的数值及出处',
      en: 'A JSON file of numbers that local rules set and the ledger does not know, with their sources',
    },
    example: '/etc/taizhang/law-numbers.json',
    read: path,
  }),
  metricsToken: setting({
    name: 'METRICS_TOKEN',
    says: {
      zh: '读取 /metrics 的令牌；不设则仅限本机',
      en: 'Bearer token for /metrics; this machine only when not given',
    },
    example: 'at-least-sixteen-characters',
    secret: true,
    read: token,
  }),
  ...documentSettings,
  scenarioStart: setting({
    name: 'TAIZHANG_SCENARIO',
    says: { zh: '情景时钟的起点：重放过去的年份时使用', en: 'Start of the scenario clock, for replaying a past year' },
    example: '2021-03-01T00:00:00+08:00',
    read: instant,
  }),
};

export type Settings = typeof settings;
