import { calendarPorts } from '../../composition/functions/calendar-ports.ts';
import { answerCalendar } from './answer-calendar.ts';

/** GET /api/calendar/…: promised calls for calendar programs. */
export const handler = answerCalendar(calendarPorts(process.env));
