import { z } from 'zod';
import { AwsError } from '../base/aws-error.ts';
import type { Need } from '../permissions/policy-statement.ts';
import type { AwsAnswer, AwsRequest } from '../proxy/aws-request.ts';
import type { AwsService } from '../proxy/aws-service.ts';
import { parseStrictly } from './schedule.ts';
import type { Scheduler } from './scheduler.ts';
import type { ScheduleGroup, StoredSchedule } from './scheduler-store.ts';

/** A request of the REST API, taken apart. */
interface Call {
  operation: string;
  name: string;
  query: URLSearchParams;
  input: Record<string, unknown>;
}

const operations: Record<string, string> = {
  'POST /schedules/': 'CreateSchedule',
  'PUT /schedules/': 'UpdateSchedule',
  'GET /schedules/': 'GetSchedule',
  'DELETE /schedules/': 'DeleteSchedule',
  'GET /schedules': 'ListSchedules',
  'POST /schedule-groups/': 'CreateScheduleGroup',
  'GET /schedule-groups/': 'GetScheduleGroup',
  'DELETE /schedule-groups/': 'DeleteScheduleGroup',
  'GET /schedule-groups': 'ListScheduleGroups',
};

const maxResults = z.coerce.number().min(1).max(100).default(100);

/** The REST API of EventBridge Scheduler, as `@aws-sdk/client-scheduler` speaks it. */
export function schedulerService(scheduler: Scheduler): AwsService {
  return {
    operation: (request) => readCall(request).operation,
    needs: (request) => needs(scheduler, readCall(request)),
    answer: async (request) => restAnswer(carryOut(scheduler, readCall(request))),
    refuse: (error) => ({
      status: error.status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.code },
      body: JSON.stringify({ Message: error.message }),
    }),
  };
}

function readCall(request: AwsRequest): Call {
  const url = new URL(request.url, 'http://scheduler');
  const [, collection = '', ...rest] = url.pathname.split('/');
  const name = decodeURIComponent(rest.join('/'));
  const operation = operations[`${request.method} /${collection}${name ? '/' : ''}`];
  if (!operation) {
    throw new AwsError(
      'UnknownOperationException',
      `The local Scheduler does not know ${request.method} ${url.pathname}`,
    );
  }
  return { operation, name, query: url.searchParams, input: request.input() };
}

function needs(scheduler: Scheduler, call: Call): Need[] {
  const action = `scheduler:${call.operation}`;
  switch (call.operation) {
    case 'ListSchedules':
    case 'ListScheduleGroups':
      return [{ action, resource: '*' }];
    case 'CreateScheduleGroup':
    case 'GetScheduleGroup':
    case 'DeleteScheduleGroup':
      return [{ action, resource: scheduler.groupArn(call.name) }];
    default:
      return [
        { action, resource: scheduler.scheduleArn(groupName(call), call.name) },
        ...passRole(call),
      ];
  }
}

/** Whoever gives a schedule its execution role must be allowed to pass that role on. */
function passRole({ input }: Call): Need[] {
  const { RoleArn } = (input.Target ?? {}) as { RoleArn?: unknown };
  if (typeof RoleArn !== 'string') return [];
  const context = { 'iam:PassedToService': 'scheduler.amazonaws.com' };
  return [{ action: 'iam:PassRole', resource: RoleArn, context }];
}

function carryOut(scheduler: Scheduler, call: Call): unknown {
  const { name, input } = call;
  switch (call.operation) {
    case 'CreateSchedule':
      scheduler.createSchedule({ ...input, Name: name });
      return { ScheduleArn: scheduler.scheduleArn(groupName(call), name) };
    case 'UpdateSchedule':
      scheduler.updateSchedule({ ...input, Name: name });
      return { ScheduleArn: scheduler.scheduleArn(groupName(call), name) };
    case 'GetSchedule':
      return scheduleOutput(scheduler, scheduler.getSchedule(groupName(call), name));
    case 'DeleteSchedule':
      scheduler.deleteSchedule(groupName(call), name);
      return {};
    case 'ListSchedules':
      return listSchedules(scheduler, call);
    case 'CreateScheduleGroup':
      scheduler.createGroup(name);
      return { ScheduleGroupArn: scheduler.groupArn(name) };
    case 'GetScheduleGroup':
      return groupOutput(scheduler, scheduler.getGroup(name));
    case 'DeleteScheduleGroup':
      scheduler.deleteGroup(name);
      return {};
    default:
      return listGroups(scheduler, call);
  }
}

function groupName({ query, input }: Call): string {
  return String(input.GroupName ?? query.get('groupName') ?? 'default');
}

function listSchedules(scheduler: Scheduler, { query }: Call) {
  const filter = {
    groupName: query.get('ScheduleGroup') ?? '',
    prefix: query.get('NamePrefix') ?? '',
    state: query.get('State') ?? '',
  };
  const { items, nextToken } = scheduler.listSchedules(filter, paging(query));
  const Schedules = items.map((stored) => {
    const { Target, ...schedule } = scheduleOutput(scheduler, stored);
    return { ...schedule, Target: { Arn: Target.Arn } };
  });
  return { Schedules, NextToken: nextToken };
}

function listGroups(scheduler: Scheduler, { query }: Call) {
  const { items, nextToken } = scheduler.listGroups(query.get('NamePrefix') ?? '', paging(query));
  const ScheduleGroups = items.map((group) => groupOutput(scheduler, group));
  return { ScheduleGroups, NextToken: nextToken };
}

function paging(query: URLSearchParams) {
  const size = parseStrictly(maxResults, query.get('MaxResults') ?? undefined);
  return { token: query.get('NextToken') ?? '', size };
}

function scheduleOutput(scheduler: Scheduler, { schedule, createdAt, modifiedAt }: StoredSchedule) {
  return {
    ...schedule,
    Arn: scheduler.scheduleArn(schedule.GroupName, schedule.Name),
    CreationDate: createdAt / 1000,
    LastModificationDate: modifiedAt / 1000,
  };
}

function groupOutput(scheduler: Scheduler, { name, createdAt, modifiedAt }: ScheduleGroup) {
  return {
    Arn: scheduler.groupArn(name),
    Name: name,
    State: 'ACTIVE',
    CreationDate: createdAt / 1000,
    LastModificationDate: modifiedAt / 1000,
  };
}

function restAnswer(output: unknown): AwsAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(output),
  };
}
