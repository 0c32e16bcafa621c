import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Flag, Id, Instant, OneOf, Part, Quantity, Text, Texts } from '../fields.js';
import { Exceedance } from './inspection.js';

@Command('2.2.2', '自动监测设备联网', 'Connect an automatic monitor to the network', { rows: [25] })
export class ConnectAutoMonitoring extends Act {
  @Part(() => Enterprise, 'Enterprise and site / 排污单位') enterprise!: Enterprise;
  @Id('Outlet / 排放口', { example: 'DA001' }) outletId!: string;
  @Texts('Pollutants that it measures / 监测项目', { min: 1, max: 50 }) pollutants!: string[];
  @Text('Network / 联网平台', { max: 200 }) network!: string;
}

@Event('2.2.2', '自动监测设备已联网', 'An automatic monitor was connected')
export class AutoMonitorConnected {
  @Part(() => Enterprise, 'Enterprise / 排污单位') enterprise!: Enterprise;
  @Id('Outlet / 排放口') outletId!: string;
  @Texts('Pollutants / 监测项目') pollutants!: string[];
  @Text('Network / 联网平台') network!: string;
}

@Command('2.2.2', '记录自动监测超标', 'Record that an average went over its limit', { rows: [25] })
export class RecordMonitoringAlert extends Act {
  @Id('Alert / 报警编号') alertId!: string;
  @Text('Pollutant / 污染物', { max: 64 }) pollutant!: string;
  @Instant('Start of the window / 时段起') windowFromAt!: string;
  @Instant('End of the window / 时段止') windowToAt!: string;
  @Quantity('Average / 均值') average!: number;
  @Quantity('Limit / 限值') limit!: number;
  @Text('Unit / 单位', { max: 32 }) unit!: string;
  @Text('Standard / 执行标准', { max: 64 }) standardNumber!: string;
}

/** A signal, and no evidence before it was reviewed. */
@Event('2.2.2', '自动监测发现超标', 'Automatic monitoring showed an average over its limit')
export class AutoMonitorExceedanceDetected {
  @Id('Alert / 报警编号') alertId!: string;
  @Instant('From / 时段起') windowFromAt!: string;
  @Instant('To / 时段止') windowToAt!: string;
  @Part(() => Exceedance, 'Average against its limit / 均值与限值') exceedance!: Exceedance;
}

const anomalies = ['MISSING', 'CONSTANT', 'ZERO', 'OUT_OF_RANGE', 'SUSPECTED_TAMPERING', 'OTHER'] as const;

@Command('2.2.2', '标记自动监测数据异常', 'Flag data of a monitor as anomalous', { rows: [25] })
export class FlagMonitoringAnomaly extends Act {
  @Id('Alert / 报警编号') alertId!: string;
  @OneOf(anomalies, 'Kind / 异常类型') anomaly!: (typeof anomalies)[number];
  @Instant('Start of the window / 时段起') windowFromAt!: string;
  @Instant('End of the window / 时段止') windowToAt!: string;
  @Text('What is odd / 情况') description!: string;
}

@Event('2.2.2', '自动监测数据异常已标记', 'Data of a monitor were flagged as anomalous')
export class AutoMonitorDataAnomalyFlagged {
  @Id('Alert / 报警编号') alertId!: string;
  @OneOf(anomalies, 'Kind / 异常类型') anomaly!: (typeof anomalies)[number];
  @Instant('From / 时段起') windowFromAt!: string;
  @Instant('To / 时段止') windowToAt!: string;
  @Text('Description / 情况') description!: string;
}

@Command('2.2.2', '记录自动监测断联', 'Record that a monitor went off the network', { rows: [25] })
export class RecordDisconnection extends Act {
  @Instant('Since / 断联时间') disconnectedAt!: string;
  @Flag('Announced before / 是否事先报备') isAnnounced!: boolean;
  @Text('Why, as far as known / 原因') reason!: string;
}

@Event('2.2.2', '自动监测设备已断联', 'A monitor went off the network')
export class AutoMonitorDisconnected {
  @Instant('Since / 断联时间') disconnectedAt!: string;
  @Flag('Announced / 是否报备') isAnnounced!: boolean;
  @Text('Reason / 原因') reason!: string;
}

const opinions = ['PASSED', 'FAILED'] as const;

@Command('2.2.2', '审核自动监测数据', 'Review the legality and the technique of what a monitor showed', { rows: [25] })
export class ReviewMonitoringData extends Act {
  @Id('Alert / 报警编号') alertId!: string;
  @OneOf(opinions, 'Legal review: site, sign and equipment as the law wants / 法制审核')
  legalReview!: (typeof opinions)[number];
  @OneOf(opinions, 'Technical review: calibration and quality of the data / 技术审核')
  technicalReview!: (typeof opinions)[number];
  @Text('Opinion / 审核意见', { max: 4000 }) opinion!: string;
}

@Event('2.2.2', '自动监测数据已审核', 'What a monitor showed was reviewed')
export class AutoMonitorDataReviewed {
  @Id('Alert / 报警编号') alertId!: string;
  @OneOf(opinions, 'Legal review / 法制审核') legalReview!: (typeof opinions)[number];
  @OneOf(opinions, 'Technical review / 技术审核') technicalReview!: (typeof opinions)[number];
  @Text('Opinion / 审核意见') opinion!: string;
  @Flag('May be used as evidence / 可作为证据') isEvidence!: boolean;
}
