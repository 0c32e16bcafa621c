import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

/** What is wrong with a Dockerfile: syntax, and the rules of this house for an image that serves. */
export function faultsOf(text: string): string[] {
  const file = DockerfileParser.parse(text);
  const named = (keyword: string) => file.getInstructions().filter((one) => one.getKeyword() === keyword);
  const said = (keyword: string) => named(keyword).at(-1)?.getArgumentsContent() ?? '';
  const images = [
    ...named('ARG').map((one) => /^\w*IMAGE=(.*)$/.exec(one.getArgumentsContent() ?? '')?.[1]),
    ...file.getFROMs().map((from) => from.getImage() ?? ''),
  ].filter((image): image is string => image !== undefined && !image.startsWith('${'));
  return [
    ...validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`),
    ...images.filter((image) => !/:\d+\.\d+/.test(image)).map((image) => `${image} is not pinned to a version`),
    ...(/^[1-9]\d*:[1-9]\d*$/.test(said('USER')) ? [] : ['the last USER is no number other than root’s']),
    ...(said('ENTRYPOINT').startsWith('["node"') ? [] : ['a shell stands between signals and the ledger']),
    ...(said('HEALTHCHECK').includes('/health/ready') ? [] : ['nobody asks whether it is ready']),
    ...(said('EXPOSE') === '8080' ? [] : ['port 8080 is not exposed']),
    ...named('ADD').map(() => 'ADD fetches and unpacks; COPY copies'),
    ...named('ENV')
      .map((one) => one.getArgumentsContent() ?? '')
      .filter((content) => /(PASSWORD|SECRET|TOKEN|DATABASE_URL)\s*=/.test(content))
      .map(() => 'a secret is baked in'),
  ];
}
