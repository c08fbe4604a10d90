import { describe, expect, it } from 'vitest';
import { exceptionIn, polarityAt, polarityOf } from '../../src/claims/polarity.js';
import { marked } from './helpers.js';

describe('polarityAt', () => {
  it.each([
    ['We «sell» your data.', 'affirmed'],
    ['We do not «sell» your data.', 'negated'],
    ["We don't ever «sell» your data.", 'negated'],
    ['We never «share» your photos.', 'negated'],
    ['Neither we nor our partners «track» you.', 'negated'],
    ['We do not read your mail, nor do we «sell» it.', 'negated'],
    ['No «location» data is collected.', 'negated'],
    ['We use none of your «photos» for this.', 'negated'],
    ['Acme is an app that does not «collect» personal data.', 'negated'],
    ['We do not use «tracking», advertising or analytics cookies.', 'negated'],
    ['We do not use tracking, advertising or «analytics» cookies.', 'negated'],
    ['We keep only the customer number, never «card numbers».', 'negated'],
    ['We keep only the customer number — never raw «card numbers».', 'negated'],
    ['The app works without «cookies».', 'negated'],
    ['We do not collect the following: names, «addresses».', 'negated'],
    ['We do not collect, store, or otherwise «process» health data.', 'negated'],
    ['We won’t «rent» your details.', 'negated'],
    ['It contains no ads and no «trackers».', 'negated'],
    ['We do not sell your data, but we «share» it with our hosts.', 'affirmed'],
    ['We do not sell your data and we only «use» it to answer you.', 'affirmed'],
    ['Your data is not sold and is «deleted» after a month.', 'affirmed'],
    ['We not only «store» your name but also your picture.', 'affirmed'],
    ['We use data including, but not limited to, your «name».', 'affirmed'],
    ['Please do not hesitate to «contact» us.', 'affirmed'],
    ['We keep it no longer than needed to «provide» the service.', 'affirmed'],
    ['We answer no later than thirty days after you «ask».', 'affirmed'],
    ['If you do not agree, we «delete» your account.', 'affirmed'],
    ['When we no longer need your data, we «erase» it.', 'affirmed'],
    ['Where consent is not required, we «rely» on contract.', 'affirmed'],
    ['Without undue delay we «notify» you.', 'affirmed'],
    ['Users who do not have an account can «view» videos.', 'affirmed'],
    ['We do not share your data with anyone except our «accountant».', 'affirmed'],
    ['We use no cookies other than «session» cookies.', 'affirmed'],
    ['We do not require an account unless you «publish» something.', 'affirmed'],
    ['We share it for no other purpose than «billing».', 'affirmed'],
    ['We may use it for reasons not described here, to «improve» the app.', 'affirmed'],
    ['Cookies ensure that ads are not shown twice, to «count» visits.', 'affirmed'],
    ['Whether or not you agree, we «log» requests.', 'affirmed'],
    ['We do not read messages (not even drafts); we «scan» attachments.', 'affirmed'],
    ['We use names (but no «photos») to greet you.', 'negated'],
    ['We use names (but no photos) and «addresses».', 'affirmed'],
    ['Although we do not sell data, we «share» statistics.', 'affirmed'],
    ['We are not responsible for sites that «collect» data.', 'affirmed'],
  ])('%s', async (text, polarity) => {
    const { sentence, at } = await marked(text);
    expect(polarityAt(sentence, at)).toBe(polarity);
  });

  it.each([
    ['We do **not** collect the following:\n\n- Your name\n- Your «location»\n', 'negated'],
    ['We never:\n\n* «sell» your data\n* read your mail\n', 'negated'],
    ['If you do not agree, you may:\n\n- «delete» your account\n', 'affirmed'],
    ['We will not share your data except in the following cases:\n\n- with our «hosts»\n', 'affirmed'],
    ['We do not sell data. We collect the following:\n\n- Your «location»\n', 'affirmed'],
    ['Otherwise we are unable to serve you.\n\n| Data | Why |\n| --- | --- |\n| «Location» | Maps |\n', 'affirmed'],
    ['## What we do not collect\n\n- Contact lists\n- «Location»\n', 'negated'],
    ["## What We Don't Do\n\n- «Sell» your data\n", 'negated'],
    ['## What we do not collect\n\n- We collect «crash reports» to fix errors\n', 'affirmed'],
    ['## What we collect\n\n- «Location»\n', 'affirmed'],
    ['- ✗ «Advertising»\n- Your name\n', 'negated'],
    ['- ✗ Advertising\n- Your «name»\n', 'affirmed'],
  ])('in context: %s', async (text, polarity) => {
    const { sentence, at } = await marked(text);
    expect(polarityAt(sentence, at)).toBe(polarity);
  });
});

describe('polarityOf', () => {
  it.each([
    ['«Tracking cookies» are not used.', 'negated'],
    ["«Passwords» aren't kept.", 'negated'],
    ['«Card numbers», names and addresses will never be stored.', 'negated'],
    ['«Cookies» that are not needed can be switched off.', 'affirmed'],
    ['«Essential cookies» cannot be disabled.', 'affirmed'],
    ['«Cookies» are used and never shared.', 'affirmed'],
    ['We collect your «name», and it is not sold.', 'affirmed'],
    ['Your «name» is stored, but your mail is not.', 'affirmed'],
  ])('%s', async (text, polarity) => {
    const { sentence, at, end } = await marked(text);
    expect(polarityOf(sentence, { start: at, end })).toBe(polarity);
  });
});

describe('exceptionIn', () => {
  it.each([
    ['We «share» nothing except where the law requires it.', 'except where the law requires it'],
    ['We «share» nothing (unless you ask us to) with others.', 'unless you ask us to'],
    ['We «delete» it within a month, subject to tax law; logs stay.', 'subject to tax law'],
    ['We «share» nothing.', null],
  ])('%s', async (text, expected) => {
    const { sentence } = await marked(text);
    const range = exceptionIn(sentence);
    expect(range && sentence.text.slice(range.start - sentence.start, range.end - sentence.start)).toBe(expected);
  });
});
