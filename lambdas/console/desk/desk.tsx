import { startPage } from '../shell/start-page.tsx';
import { DeskPage } from './desk-page.tsx';

void startPage(DeskPage, 'desk');
