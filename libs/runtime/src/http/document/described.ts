import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { CONFIGURATION } from '../../configuration/configuration.js';
import { openAdapter } from '../adapter.js';
import { LOG, openLog } from '../../log.js';
import { DRAINING } from '../draining.js';
import { HEALTH } from '../health.js';
import { METRICS } from '../metrics.js';
import { apiOf, type ApiDescription } from './document-api.js';

const given = [CONFIGURATION, LOG, METRICS, HEALTH, DRAINING];

/** What a process would give to every module, empty. */
@Global()
@Module({ providers: given.map((provide) => ({ provide, useValue: {} })), exports: given })
class Surroundings {}

@Module({})
class Described {}

/** The document that a service of these modules would serve. Nothing of them is made: no database is needed. */
export async function described(
  modules: readonly (Type | DynamicModule)[],
  description?: ApiDescription,
): Promise<OpenAPIObject> {
  const root: DynamicModule = { module: Described, imports: [Surroundings, ...modules] };
  const adapter = openAdapter(openLog({ level: 'silent' }));
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return apiOf(app, description);
}
