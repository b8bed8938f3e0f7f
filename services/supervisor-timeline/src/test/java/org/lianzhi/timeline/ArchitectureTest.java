package org.lianzhi.timeline;

import org.lianzhi.test.ArchitectureTests;

class ArchitectureTest implements ArchitectureTests {}
