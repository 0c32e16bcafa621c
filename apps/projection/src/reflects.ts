import { applyDecorators, type Type } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';

const standing = {
  ETag: { description: '原样作为 If-None-Match 提交 / To be sent back as If-None-Match', schema: { type: 'string' } },
  'Taizhang-Position': { description: '所反映的台账位置 / Position that is reflected', schema: { type: 'integer' } },
} as const;

/** Documents an answer that says what it reflects (`reflects`): by position and ETag, and 304 to who has it already. */
export const Reflects = (type: Type): MethodDecorator =>
  applyDecorators(
    ApiHeader({ name: 'If-None-Match', required: false, description: '已有答复的 ETag / ETag of the answer one has' }),
    ApiOkResponse({ type, headers: standing }),
    ApiResponse({ status: 304, description: '未变化 / Nothing changed since', headers: standing }),
  );
