/**
 * The question board: questions, answers and likes (contract §6.4, §6.5). Rows are apart from
 * texts, and what only one viewer sees is added after the cache.
 */
package app.oegukmin.qna;
