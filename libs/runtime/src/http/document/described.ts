import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openAdapter } from '../adapter.js';
import { openLog } from '../../log.js';
import { apiOf, type ApiDescription } from './document-api.js';

@Module({})
class Described {}

/** The document that a service of these modules would serve. Nothing of them is made: no database is needed. */
export async function described(
  modules: readonly (Type | DynamicModule)[],
  description?: ApiDescription,
): Promise<OpenAPIObject> {
  const root: DynamicModule = { module: Described, imports: [...modules] };
  const adapter = openAdapter(openLog({ level: 'silent' }));
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return apiOf(app, description);
}
