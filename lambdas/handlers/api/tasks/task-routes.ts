import * as z from 'zod';
import { enterTask } from '../http/access.ts';
import type { DeskPorts } from '../http/api-env.ts';
import { ok } from '../http/replies.ts';
import { type Route, route, routeWithin } from '../http/route.ts';
import { taskView } from '../http/schemas.ts';

export function taskRoutes({ directory }: Pick<DeskPorts, 'directory'>): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/tasks',
        summary: 'The tasks that you may see',
        who: 'operators',
        answer: z.array(taskView),
      },
      async ({ sees }) => ok((await directory.tasks()).filter(sees)),
    ),
    routeWithin(
      enterTask(directory),
      {
        method: 'GET',
        path: '/api/tasks/{task}',
        summary: 'One task',
        who: 'operators',
        answer: taskView,
      },
      async (_, task) => ok(task),
    ),
  ];
}
