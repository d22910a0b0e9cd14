import 'server-only';
import { z } from 'zod';
import en from '@/content/en/words/problems.json';
import * as accounts from '@/model/account';
import * as model from '@/model/attempt';
import * as generated from '@/model/generated';
import { PROBLEMS, type ProblemSlug } from '@/model/problem';
import { response } from '@/model/question';
import { OPERATIONS } from './operations';
import type { Operation } from './operations/operation';

type Json = Readonly<Record<string, unknown>>;

/** Schemas that get a name of their own in the document. */
const NAMED: readonly (readonly [string, z.ZodType])[] = [
  ['Response', response],
  ['AttemptRequest', model.attemptRequest],
  ['AttemptResult', model.attemptResult],
  ['ReadingRequest', model.readingRequest],
  ['SimulationRequest', model.simulationRequest],
  ['SessionReply', accounts.sessionReply],
  ['SignUpRequest', accounts.signUpRequest],
  ['SignUpReply', accounts.signUpReply],
  ['SignInRequest', accounts.signInRequest],
  ['ChapterProgress', model.chapterProgress],
  ['Progress', model.progress],
  ['HistoryItem', model.historyItem],
  ['HistoryPage', model.historyPage],
  ['DrawRequest', generated.drawRequest],
  ['DrawnItem', generated.drawnItem],
  ['LearnerExport', model.learnerExport],
  ['Problem', model.problem],
];

/** The API as an OpenAPI 3.1 document, made from the operations and the schemas by which requests are checked. */
export function openApi(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: '2MSL',
      version: '1',
      summary: 'What a learner of the book reads, tries and answers.',
      description:
        'A learner is known by a cookie that POST /api/session sets. Every refusal is a problem document (RFC 9457). Requests that store something must come from the same origin.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: pathsOf(OPERATIONS),
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        learner: { type: 'apiKey', in: 'cookie', name: '2msl.session_token', description: 'Signed, HttpOnly.' },
      },
    },
  };
}

function pathsOf(operations: readonly Operation[]): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return paths;
}

function describe({ id, summary, description, body, query, learner, replies, problems }: Operation): Json {
  const security = { account: [{ learner: [] }], must: [{ learner: [] }], may: [{}, { learner: [] }], no: [] }[learner];
  return {
    operationId: id,
    summary,
    description,
    security,
    ...(query && { parameters: parametersOf(query) }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: refOrSchema(body) } } } }),
    responses: {
      ...Object.fromEntries(Object.entries(replies).map(([status, reply]) => [status, describeReply(reply)])),
      ...describeProblems(problems),
    },
  };
}

function parametersOf(query: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
}

function describeReply({ says, schema, type = 'application/json' }: Operation['replies'][number]): Json {
  return { description: says, ...(schema && { content: { [type]: { schema: refOrSchema(schema) } } }) };
}

/** Problems of the same status share one entry, which lists them by type. */
function describeProblems(slugs: readonly ProblemSlug[]): Json {
  const statuses = [...new Set(slugs.map((slug) => PROBLEMS[slug]))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = slugs.filter((slug) => PROBLEMS[slug] === status);
      const description = ofStatus.map((slug) => `\`/problems/${slug}\`: ${en[slug].title}.`).join(' ');
      return [status, { description, content: { 'application/problem+json': { schema: reference('Problem') } } }];
    }),
  );
}

function refOrSchema(schema: z.ZodType): Json {
  const named = NAMED.find(([, each]) => each === schema);
  return named ? reference(named[0]) : { ...z.toJSONSchema(schema), $schema: undefined };
}

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function namedSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of NAMED) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}
