import { startPage } from '../shell/start-page.tsx';
import { followDialAddress } from './callbacks/dial-wish.ts';
import { DeskPage } from './desk-page.tsx';

followDialAddress();
void startPage(DeskPage, 'desk');
