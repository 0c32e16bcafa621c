import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Module,
  Post,
  type DynamicModule,
  type Provider,
} from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Instant } from '#contracts';
import { Needs } from '#identity';
import { Offices } from './offices.js';
import type { ScenarioClock } from './scenario-clock.js';

/** The hands of a scenario clock: its own process's, or those of every process at once. */
export interface ClockHands {
  now(): number;
  /** Throws `Unacceptable` (422) on a move backwards, or to a year that has no working-day calendar. */
  moveTo(to: number): Promise<void>;
}

const HANDS = Symbol('ClockHands');

/** Where the clock is to be moved to. */
export class MoveClock {
  @Instant('The instant to move to; never before the present one / 移至时刻') to!: string;
}

/** Where the clock stands. */
export class ClockReading {
  @ApiProperty({ description: 'The ledger’s now / 台账时刻', format: 'date-time' }) now!: string;
}

@ApiTags('台账时钟 / Clock')
@Controller('clock')
class ClockController {
  constructor(@Inject(HANDS) private readonly hands: ClockHands) {}

  @Get()
  @Needs('read-dossiers')
  @ApiOperation({ summary: '读取情景时钟 / Read the scenario clock' })
  @ApiResponse({ status: 200, type: ClockReading })
  read(): ClockReading {
    return { now: new Date(this.hands.now()).toISOString() };
  }

  @Post()
  @HttpCode(200)
  @Needs('move-clock')
  @ApiOperation({
    summary: '向前移动情景时钟 / Move the scenario clock forward',
    description: 'Stops at every deadline on the way; answers when all that follows from it is recorded.',
  })
  @ApiResponse({ status: 200, type: ClockReading })
  async move(@Body() { to }: MoveClock): Promise<ClockReading> {
    await this.hands.moveTo(Date.parse(to));
    return this.read();
  }
}

/** Mounts `/clock`. Only where a past year is replayed: on a live ledger nobody moves the time. */
@Module({})
export class ScenarioModule {
  /** In the one process that holds every office. */
  static for(clock: ScenarioClock): DynamicModule {
    return mounted({
      provide: HANDS,
      useFactory: (offices: Offices): ClockHands => ({
        now: () => clock.now(),
        moveTo: (to) => offices.moveClock(clock, to),
      }),
      inject: [Offices],
    });
  }

  /** Beside offices that work in processes of their own. */
  static turning(hands: ClockHands): DynamicModule {
    return mounted({ provide: HANDS, useValue: hands });
  }
}

const mounted = (hands: Provider): DynamicModule => ({
  module: ScenarioModule,
  controllers: [ClockController],
  providers: [hands],
});
