import type { Schemas } from '#runtime';

const text = (description: string, example: string, more: object = {}) => ({
  type: 'string',
  description,
  example,
  ...more,
});

const id = text('事件编号 / Id of the event', '0193a6f0-0000-7000-8000-000000000001');
const specversion = { type: 'string', enum: ['1.0'], description: 'CloudEvents' };
const uscc = '91441322MA00TT0126';

/** What stands in the headers of messages, and in the messages that the ledger writes of its own accord. */
export const envelopes: Schemas = {
  FactHeaders: {
    type: 'object',
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence'],
    properties: {
      'content-type': { type: 'string', enum: ['application/json'], description: 'RFC 8785' },
      ce_specversion: specversion,
      ce_id: id,
      ce_source: { type: 'string', enum: ['urn:taizhang:ledger'], description: '台账 / The ledger' },
      ce_type: text('事实类型 / Kind of fact', 'energy.EnergyRectificationOrdered'),
      ce_subject: text('记录 / Stream of the record', 'energy.case-C-2021-001'),
      ce_time: text('法律时间 / Legal time', '2021-03-15T10:00:00+08:00', { format: 'date-time' }),
      ce_recordedtime: text('入账时间 / Ledger time', '2021-03-15T02:00:05.000Z', { format: 'date-time' }),
      ce_dataschema: text(
        '内容的版本 / Version of the payload',
        'urn:taizhang:schema:energy.EnergyRectificationOrdered:1',
      ),
      ce_sequence: text('台账位置，16位 / Position in the ledger, 16 digits', '0000000000000042', {
        pattern: '^[0-9]{16}$',
      }),
      ce_partitionkey: text('企业，或记录 / The enterprise, or the stream', uscc),
      ce_correlationid: text('同一事项 / One matter', 'matter-1'),
      ce_causationid: text('由何而起 / What it followed from', '0193a6f0-0000-7000-8000-000000000000'),
      ce_dataclassification: { type: 'string', enum: ['public', 'government'], description: '密级 / Who may read it' },
    },
  },
  CommandHeaders: {
    type: 'object',
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject'],
    properties: {
      'content-type': { type: 'string', enum: ['application/json'], description: '数据格式 / Of the data' },
      ce_specversion: specversion,
      ce_id: text('编号，重发不变 / Id; with the source it makes a retry safe', '2021-000123', { maxLength: 255 }),
      ce_source: text('来源系统 / System it comes from', '/energy/enforcement', { maxLength: 255 }),
      ce_type: text('命令 / Command, qualified', 'energy.OrderRectification'),
      ce_subject: text('记录编号 / Id of the record', 'C-2021-001', { maxLength: 64 }),
      ce_time: text(
        '发生时刻，可代替 occurredAt / When it happened, unless the data say so',
        '2021-03-15T10:00:00+08:00',
        {
          format: 'date-time',
        },
      ),
      ce_correlationid: text('贵方对该事项的编号 / The caller’s own number of the matter', 'matter-1', {
        maxLength: 255,
      }),
    },
  },
  ResultHeaders: {
    type: 'object',
    required: ['taizhang_place'],
    properties: {
      ce_id: text('所答复的事件 / Event that is answered', '2021-000123'),
      ce_source: text('其来源 / Its source', '/energy/enforcement'),
      taizhang_place: text('分区与位移 / Partition and offset of the message', '2:1234'),
    },
  },
  Result: {
    type: 'object',
    description: '每条消息一个答复 / One answer for each message',
    required: ['status'],
    properties: {
      id: text('所答复的事件 / Event that is answered', '2021-000123'),
      source: text('其来源 / Its source', '/energy/enforcement'),
      status: {
        type: 'integer',
        description: '201、200 或问题的状态码 / 201, 200, or that of the problem',
        example: 201,
      },
      receipt: { $ref: '#/components/schemas/Receipt' },
      problem: { $ref: '#/components/schemas/Problem' },
    },
  },
  ParkedHeaders: {
    type: 'object',
    required: ['taizhang_parked_reason', 'taizhang_parked_topic', 'taizhang_parked_place', 'taizhang_parked_at'],
    description: '原消息的消息头照旧 / Beside the headers that the message came with',
    properties: {
      taizhang_parked_reason: text('问题，JSON / Problem details, as JSON', '{"type":"urn:taizhang:json/malformed"}'),
      taizhang_parked_topic: text('来自何主题 / Topic that it came by', 'taizhang.intake.energy.v1'),
      taizhang_parked_place: text('分区与位移 / Partition and offset', '2:1234'),
      taizhang_parked_at: text('搁置时刻 / When it was parked', '2021-03-15T02:00:05.000Z', { format: 'date-time' }),
      taizhang_parked_key: text('原键 / Key that it came with', uscc),
      taizhang_parked_value: {
        type: 'string',
        enum: ['none', 'cut'],
        description: '无内容或已截去 / No value, or cut',
      },
    },
  },
  CreditHeaders: {
    type: 'object',
    required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_subject', 'ce_time', 'ce_sequence'],
    properties: {
      ce_specversion: specversion,
      ce_id: id,
      ce_source: { type: 'string', enum: ['urn:taizhang:ledger'], description: '台账 / The ledger' },
      ce_type: text('最近的事实 / Last fact of the record', 'credit.RecordPublished'),
      ce_subject: text('信用记录编号 / Credit record', 'CF-2021-0001'),
      ce_time: text('法律时间 / Legal time', '2021-03-15T10:00:00+08:00', { format: 'date-time' }),
      ce_recordedtime: text('入账时间 / Ledger time', '2021-03-15T02:00:05.000Z', { format: 'date-time' }),
      ce_sequence: text('台账位置，16位 / Position in the ledger, 16 digits', '0000000000000042', {
        pattern: '^[0-9]{16}$',
      }),
      ce_dataschema: {
        type: 'string',
        enum: ['urn:taizhang:schema:cf-2018', 'urn:taizhang:schema:non-completion-cf-2018'],
        description: '公示标准 / Standard of the record',
      },
      ce_platforms: text('向谁公示，分号分隔 / For whom, joined by semicolons', 'GSXT'),
      ce_displayuntil: text('各平台公示至 / Until when each platform shows it', 'GSXT=2024-03-15'),
      ce_tombstone: { type: 'string', enum: ['true'], description: '不再公示 / Shown no more' },
      ce_reason: text('不再公示的原因 / Why it is shown no more', 'REPAIRED'),
    },
  },
  CreditRecord: {
    type: 'object',
    description: '发改办财金〔2018〕424号的 CF_ 栏目 / Columns of the 2018 standard; nothing for a tombstone',
    additionalProperties: { type: 'string' },
    example: { CF_XDR_MC: '博罗县永丰铸造有限公司〔模拟〕', CF_XDR_SHXYM: uscc, CF_WSH: '惠能罚〔2021〕3号' },
  },
  Unsent: {
    type: 'object',
    required: ['relay', 'eventId', 'position', 'reason'],
    properties: {
      relay: text('转发线路 / Relay', 'relay.facts'),
      eventId: id,
      position: { type: 'integer', description: '台账位置 / Position in the ledger', example: 42 },
      reason: text('为何未发 / Why it was not sent', '无法读取；it cannot be read'),
    },
  },
};
