package org.lianzhi.evidence;

import org.lianzhi.test.ArchitectureTests;

class ArchitectureTest implements ArchitectureTests {}
