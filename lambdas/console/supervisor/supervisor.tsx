import { startPage } from '../shell/start-page.tsx';
import { SupervisorPage } from './supervisor-page.tsx';

void startPage(SupervisorPage, 'supervisor');
